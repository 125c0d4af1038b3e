// The files of a report: sent at once, each on its own, named in the report when they have arrived.
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Progress, Upload } from "antd";
import { useLayoutEffect, useRef, useState } from "react";
import type { Evidence } from "@/api/shapes";
import { upload } from "@/api/upload";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { size_of } from "@/parts/figures";

interface Sent {
  id: number;
  file: File;
  percent: number;
  error?: unknown;
}

/** Sends files and adds each to what is kept when it has arrived. */
export function useSending(kept: readonly Evidence[], keep: (evidence: Evidence[]) => void) {
  const [items, set_items] = useState<readonly Sent[]>([]);
  const last = useRef(0);
  const current = useRef({ kept, keep });
  useLayoutEffect(() => {
    current.current = { kept, keep };
  });
  const change = (id: number, part: Partial<Sent>) =>
    set_items((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: number) => set_items((all) => all.filter((one) => one.id !== id));
  const send = async (id: number, file: File) => {
    change(id, { percent: 0, error: undefined });
    try {
      const { data } = await upload("keepEvidence", file, {
        on_progress: (share) => change(id, { percent: Math.round(share * 100) }),
      });
      drop(id);
      const held = current.current.kept.filter((one) => one.digest !== data.digest);
      // Read again at once when two files arrive before the next rendering.
      current.current.kept = [...held, data];
      current.current.keep([...held, data]);
    } catch (error) {
      change(id, { error });
    }
  };
  const add = (files: readonly File[]) => {
    const added = files.map((file): Sent => {
      last.current += 1;
      return { id: last.current, file, percent: 0 };
    });
    set_items((all) => [...all, ...added]);
    added.forEach(({ id, file }) => void send(id, file));
  };
  return { items, add, send, drop, busy: items.some((one) => one.error === undefined) };
}

type Sending = ReturnType<typeof useSending>;

function OnTheWay({ item, sending }: { item: Sent; sending: Sending }) {
  const { documents, task } = useWords();
  return (
    <li>
      <div className="evidence-line">
        <span>{item.file.name}</span>
        {item.error ? (
          <>
            <Button size="small" onClick={() => void sending.send(item.id, item.file)}>
              {documents.retry}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={task.remove(item.file.name)}
              onClick={() => sending.drop(item.id)}
            />
          </>
        ) : null}
      </div>
      {item.error ? (
        <Failed error={item.error} />
      ) : (
        <Progress percent={item.percent} size="small" aria-label={item.file.name} />
      )}
    </li>
  );
}

interface EvidenceUploadProps {
  evidence: readonly Evidence[];
  sending: Sending;
  /** Whether there has to be one. */
  needed: boolean;
  wrong: string | undefined;
  on_remove: (digest: string) => void;
}

export function EvidenceUpload(props: EvidenceUploadProps) {
  const { evidence, sending, needed, wrong, on_remove } = props;
  const { task, clerk } = useWords();
  const name = needed ? clerk.files_needed : task.files;
  return (
    <div className="field" role="group" aria-label={name} data-wrong={wrong !== undefined}>
      <span className="field-name">{name}</span>
      <Upload.Dragger
        multiple
        showUploadList={false}
        className="evidence-drop"
        beforeUpload={(file, all) => {
          if (file === all[0]) sending.add(all);
          return false;
        }}
      >
        <UploadOutlined aria-hidden="true" /> {task.files_drop}
      </Upload.Dragger>
      {wrong ? (
        <p className="field-wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <ul className="evidence">
        {evidence.map((file) => (
          <li key={file.digest} className="evidence-line">
            <span>
              <PaperClipOutlined aria-hidden="true" /> {file.file_name}
            </span>
            <span className="course-size">{size_of(file.bytes)}</span>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={task.remove(file.file_name)}
              onClick={() => on_remove(file.digest)}
            />
          </li>
        ))}
        {sending.items.map((item) => (
          <OnTheWay key={item.id} item={item} sending={sending} />
        ))}
      </ul>
    </div>
  );
}
