// A table that was filled in: all of it is written, or nothing.
import { Alert } from "antd";
import { call } from "@/api/call";
import type { TableFault, TableOutcome, TableRowChange } from "@/api/shapes";
import { useImport } from "@/api/use-import";
import { useWords } from "@/messages";
import { ImportDialog } from "@/parts/import-dialog";

/** More are counted and not drawn: nobody reads a thousand in a window. */
const drawn_at_most = 100;

function Rows({ rows, title }: { rows: TableRowChange[]; title: string }) {
  const { tables } = useWords();
  return rows.slice(0, drawn_at_most).map((row) => (
    <section key={`${title}-${row.row}`} className="table-change">
      <h3>
        {tables.row(row.row)} {tables.labelled(title, row.title)}
      </h3>
      <dl>
        {row.changes.map((change) => (
          <div key={change.column}>
            <dt>{change.column}</dt>
            <dd>
              {change.before ? <del>{change.before}</del> : null}
              {change.before ? " → " : null}
              <ins>{change.after || tables.empty}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Fault({ fault }: { fault: TableFault }) {
  const { tables } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      title={tables.labelled(fault.place, fault.finding)}
      description={[
        tables.expected(fault.expectation), tables.next(fault.next_step), `(${fault.code})`,
      ].join(" ")}
    />
  );
}

function Outcome({ outcome }: { outcome: TableOutcome }) {
  const { tables } = useWords();
  const { added, changed, refused, unchanged } = outcome;
  return (
    <div className="table-outcome">
      <p role="status">
        {tables.counted(added.length, changed.length, unchanged, refused.length)}
      </p>
      {refused.length > 0 ? <p>{tables.all_or_nothing}</p> : null}
      {refused.slice(0, drawn_at_most).map((fault) => (
        <Fault key={`${fault.row}-${fault.column}-${fault.code}`} fault={fault} />
      ))}
      {outcome.notes.map((note) => <Alert key={note} type="info" showIcon title={note} />)}
      <Rows rows={changed} title={tables.changed} />
      <Rows rows={added} title={tables.added} />
    </div>
  );
}

export function ImportTable({ table }: { table: string }) {
  const { tables } = useWords();
  const sent = useImport(
    async (file, apply, key) =>
      (await call("importTable", { path: { table }, query: { apply }, body: file, key })).data,
    table,
  );
  return (
    <ImportDialog
      words={tables}
      width={720}
      sent={sent}
      waiting={({ refused, added, changed }) =>
        refused.length > 0 ? 0 : added.length + changed.length
      }
      changes={Outcome}
    />
  );
}
