// Documents on a narrow screen.
import { Link } from "react-router";
import type { DocumentSummary } from "@/api/shapes";
import { moment_of } from "@/parts/figures";
import { Proposals, Quality } from "./document-table";

export function DocumentCards({ rows }: { rows: readonly DocumentSummary[] }) {
  return (
    <ul className="document-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/documents/${row.id}`} className="document-title">
            {row.title}
          </Link>
          <div className="document-file">
            {row.kind} · {moment_of(row.received)}
          </div>
          <div className="document-card-foot">
            <Proposals row={row} in_words />
            <Quality row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
