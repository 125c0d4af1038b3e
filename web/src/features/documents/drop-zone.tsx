// Where files are dropped, and what became of each.
import {
  CheckCircleFilled, CloseCircleFilled, CloudUploadOutlined, InfoCircleFilled,
} from "@ant-design/icons";
import { Button, Progress, Upload } from "antd";
import { Link } from "react-router";
import { useWords, type Words } from "@/messages";
import { Failed } from "@/parts/failed";
import { size_of } from "@/parts/figures";
import { has_ended, type Item } from "./upload-queue";
import { useLeaveWarning, useUploads } from "./uploads";
import "./drop-zone.css";

function stage_words(item: Item, { documents }: Words): string {
  switch (item.stage) {
    case "waiting":
      return documents.waiting;
    case "sending":
      return documents.sending(item.percent);
    case "reading":
      return documents.reading;
    case "received":
      return documents.received(item.document?.proposed ?? 0);
    case "known":
      return documents.there_already;
    case "failed":
      return documents.failed;
    case "stopped":
      return documents.stopped;
  }
}

function StageIcon({ item }: { item: Item }) {
  if (item.stage === "received") return <CheckCircleFilled className="upload-good" />;
  if (item.stage === "known") return <InfoCircleFilled className="upload-known" />;
  if (item.stage === "failed") return <CloseCircleFilled className="upload-bad" />;
  return null;
}

function Row({ item }: { item: Item }) {
  const words = useWords();
  const { queue } = useUploads();
  const { documents } = words;
  const again = item.stage === "failed" || item.stage === "stopped";
  return (
    <li className="upload">
      <div className="upload-line">
        <span className="upload-name">{item.file.name}</span>
        <span className="upload-size number">{size_of(item.file.size)}</span>
        <span className="upload-stage">
          <StageIcon item={item} /> {stage_words(item, words)}
        </span>
        <span className="upload-act">
          {item.document ? (
            <Link to={`/documents/${item.document.id}`}>{documents.open}</Link>
          ) : null}
          {again ? (
            <Button size="small" onClick={() => queue.retry(item.id)}>
              {documents.retry}
            </Button>
          ) : null}
          {has_ended(item) ? null : (
            <Button size="small" type="text" onClick={() => queue.stop(item.id)}>
              {documents.cancel}
            </Button>
          )}
        </span>
      </div>
      {item.stage === "sending" || item.stage === "reading" ? (
        <Progress
          percent={item.percent}
          size="small"
          status="active"
          showInfo={false}
          aria-label={item.file.name}
        />
      ) : null}
      {item.stage === "failed" ? <Failed error={item.error} /> : null}
    </li>
  );
}

function Rows() {
  const { documents } = useWords();
  const { queue, items } = useUploads();
  const done = items.filter(has_ended).length;
  const failed = items.filter((item) => item.stage === "failed").length;
  // What needs somebody comes first, what is over last.
  const rank = (item: Item) => (item.stage === "failed" ? 0 : has_ended(item) ? 2 : 1);
  const shown = items.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
  useLeaveWarning(done < items.length);
  if (items.length === 0) return null;
  return (
    <section className="uploads" aria-label={documents.uploads}>
      <header>
        <b>{documents.uploads}</b>
        <span role="status">{documents.uploads_counted(done, items.length, failed)}</span>
        {items.length > 1 ? (
          <Progress
            className="uploads-progress"
            percent={Math.round((100 * done) / items.length)}
            size="small"
            status={failed > 0 ? "exception" : done < items.length ? "active" : "success"}
            aria-label={documents.uploads}
          />
        ) : null}
        {done > 0 ? (
          <Button size="small" type="link" onClick={queue.clear_ended}>
            {documents.clear}
          </Button>
        ) : null}
      </header>
      <ul>
        {shown.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

export function DropZone() {
  const { documents } = useWords();
  const { queue } = useUploads();
  return (
    <div className="drop-zone">
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file, all) => {
          // Called once per file with the whole choice: take it at the first.
          if (file === all[0]) queue.add(all);
          return false;
        }}
      >
        <div className="drop-zone-text">
          <CloudUploadOutlined aria-hidden="true" />
          <div>
            <b>{documents.drop}</b>
            <span>{documents.drop_more}</span>
          </div>
        </div>
      </Upload.Dragger>
      <Rows />
    </div>
  );
}
