// Where a task went, and what it took in: one task may answer several superiors.
import { Link } from "react-router";
import type { Task } from "@/api/shapes";
import { useWords } from "@/messages";

export function Absorbed({ task }: { task: Task }) {
  const words = useWords().merging;
  const { absorbed, merged_into } = task;
  if (!merged_into && absorbed.length === 0) return null;
  return (
    <section className="basis merging" aria-labelledby="merging">
      <h3 id="merging">{merged_into ? words.merged_into : words.absorbed(absorbed.length)}</h3>
      {merged_into ? (
        <p>
          <span className="number">{merged_into.on}</span>{" "}
          <Link to={`/ledger/${merged_into.id}`}>{merged_into.text}</Link>
        </p>
      ) : null}
      <ul>
        {absorbed.map((one) => (
          <li key={one.id}>
            <span className="number">{one.on}</span>{" "}
            <Link to={`/ledger/${one.id}`}>{one.text}</Link> {words.from(one.source_title)}
            {one.due ? ` · ${words.due(one.due)}` : ""}
            {one.target
              ? ` · ${words.figure(`${one.target.amount}${one.target.unit}`, one.added)}`
              : ""}
            {one.order === one.id ? null : (
              <>
                {" · "}
                <Link to={`/tree/${one.order}`}>{words.order}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
