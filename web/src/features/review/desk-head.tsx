// The head of an open document: its title, parts, how far the review is.
import { ArrowLeftOutlined, DownloadOutlined } from "@ant-design/icons";
import { Button, Switch } from "antd";
import { Link } from "react-router";
import { download } from "@/api/call";
import { useWords } from "@/messages";
import { useTitle } from "@/parts/page-head";
import { useSaving } from "@/parts/use-saving";
import { KeyHelp } from "./key-help";
import type { Review } from "./use-review";

interface DeskHeadProps {
  review: Review;
  /** Whether the original is shown beside; undefined where there is no room for it. */
  beside: boolean | undefined;
  set_beside: (beside: boolean) => void;
  keys_on: boolean;
  set_keys_on: (on: boolean) => void;
}

function DownloadOriginal({ review }: { review: Review }) {
  const words = useWords();
  const [busy, saving] = useSaving();
  const { id, file_name } = review.document.summary;
  const save = async () => {
    await saving(() => download("getOriginal", file_name, { path: { id } }));
  };
  return (
    <Button size="small" icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>
      {words.review.download}
    </Button>
  );
}

function PartTabs({ review }: { review: Review }) {
  const words = useWords().review;
  const { parts, candidates } = review.document;
  if (parts.length < 2) return null;
  const open = (index: number) =>
    candidates.filter((one) => one.part === index && one.state === "proposed").length;
  return (
    <nav className="desk-parts" aria-label={words.parts}>
      {parts.map((part, index) => (
        <button
          key={`${index}`}
          type="button"
          aria-current={index === review.part}
          onClick={() => review.choose_part(index)}
        >
          <span className="desk-part-title">
            {index + 1}. {part.title ?? words.untitled}
          </span>
          <span className="desk-part-open number">{words.part_open(open(index))}</span>
        </button>
      ))}
    </nav>
  );
}

export function DeskHead({ review, beside, set_beside, keys_on, set_keys_on }: DeskHeadProps) {
  const words = useWords().review;
  const { summary, candidates } = review.document;
  useTitle(summary.title);
  const decided = candidates.filter((one) => one.state !== "proposed").length;
  return (
    <header className="desk-head">
      <div className="desk-title">
        <Link to="/documents" className="desk-back" aria-label={words.back}>
          <ArrowLeftOutlined />
        </Link>
        <h1 title={summary.title}>{summary.title}</h1>
        <span className="desk-progress">{words.progress(decided, candidates.length)}</span>
        <span className="desk-tools">
          {beside === undefined ? null : (
            <label>
              <Switch size="small" checked={beside} onChange={set_beside} /> {words.show_original}
            </label>
          )}
          <DownloadOriginal review={review} />
          <KeyHelp on={keys_on} set_on={set_keys_on} />
        </span>
      </div>
      <PartTabs review={review} />
    </header>
  );
}
