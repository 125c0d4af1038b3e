// A task book that was edited and sent back.
import { Alert } from "antd";
import { useQuery } from "@tanstack/react-query";
import { call } from "@/api/call";
import { session_query } from "@/api/queries";
import type { BookOutcome } from "@/api/shapes";
import { useImport } from "@/api/use-import";
import { useWords } from "@/messages";
import { ImportDialog } from "@/parts/import-dialog";

function Changes({ outcome }: { outcome: BookOutcome }) {
  const { book } = useWords();
  return (
    <div className="book-outcome">
      <p role="status">
        {book.counted(outcome.changed.length, outcome.unchanged, outcome.refused.length)}
      </p>
      {outcome.changed.map((row) => (
        <section key={`${row.sheet}-${row.row}`} className="book-row">
          <h3>
            {row.sheet ? book.on_sheet(row.sheet, row.row) : book.row(row.row)} {row.text}
          </h3>
          <dl>
            {row.changes.map((change) => (
              <div key={change.column}>
                <dt>{change.column}</dt>
                <dd>
                  <del>{change.before || book.empty}</del> → <ins>{change.after || book.empty}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {outcome.refused.map((row) => (
        <Alert
          key={`refused-${row.sheet}-${row.row}`}
          type="warning"
          showIcon
          title={`${row.place}: ${row.finding}`}
          description={[
            book.expected(row.expectation), book.next(row.next_step), `(${row.code})`,
          ].join(" ")}
        />
      ))}
      {outcome.skipped.map((sheet) => (
        <p key={sheet.name}>{book.skipped(sheet.name, sheet.reason)}</p>
      ))}
    </div>
  );
}

export function ImportBook() {
  const { book } = useWords();
  const session = useQuery(session_query());
  const sent = useImport(
    async (file, apply, key) =>
      (await call("importBook", { query: { apply }, body: file, key })).data,
  );
  if (!session.data?.actions.includes("confirm_tasks")) return null;
  return (
    <ImportDialog
      words={book}
      sent={sent}
      waiting={(outcome) => outcome.changed.length}
      changes={Changes}
    />
  );
}
