// Documents whose drafted tasks nobody has decided yet.
import { FileDoneOutlined } from "@ant-design/icons";
import { Link } from "react-router";
import type { DocumentSummary } from "@/api/shapes";
import { useWords } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Nothing } from "@/parts/nothing";

export function DocumentsToReview({ documents }: { documents: readonly DocumentSummary[] }) {
  const { workbench } = useWords();
  if (documents.length === 0) {
    return (
      <Nothing
        title={workbench.documents_none}
        more={workbench.documents_none_more}
        icon={<FileDoneOutlined />}
      />
    );
  }
  return (
    <ul className="to-review-list">
      {documents.map((one) => (
        <li key={one.id}>
          <Link to={`/documents/${one.id}`} className="to-review">
            <span className="to-review-title">{one.title}</span>
            <span className="to-review-more">
              <span>
                {one.kind} · {moment_of(one.received)}
              </span>
              <b className="number">{workbench.to_review(one.proposed)}</b>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
