// A row beside the table: read, changed by those who keep it, with what happened to it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useId, useState } from "react";
import { call } from "@/api/call";
import { live } from "@/api/queries";
import type { OpenedTableRow, Table, TableRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Loaded } from "@/parts/loaded";
import { row_query } from "./queries";
import { cells_of, RowForm } from "./row-form";

function Facts({ table, row }: { table: Table; row: TableRow | OpenedTableRow }) {
  const cells = cells_of(row.cells);
  return (
    <dl className="row-facts">
      {table.columns.map((column) =>
        cells[column.key] ? (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>{cells[column.key]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Steps({ row }: { row: OpenedTableRow }) {
  const { tables } = useWords();
  return (
    <ol className="row-steps">
      {row.steps.map((step, at) => (
        <li key={`${at}`}>
          <b>{step.label}</b>{" "}
          <span className="muted">
            {step.on} {tables.officer(step.officer, step.post_title)}
          </span>
          {step.text ? <div className="cell-text">{step.text}</div> : null}
        </li>
      ))}
    </ol>
  );
}

function Withdraw({ table, row, on_done }: {
  table: Table; row: OpenedTableRow; on_done: () => void;
}) {
  const { tables } = useWords();
  const id = useId();
  const client = useQueryClient();
  const [reason, set_reason] = useState("");
  const sent = useMutation({
    mutationFn: () =>
      call("withdrawTableRow", {
        path: { table: table.id, row: row.id }, body: { reason }, etag: `"${row.version}"`,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: live });
      on_done();
    },
  });
  return (
    <div className="row-withdraw">
      <label htmlFor={id}>{tables.withdraw_reason}</label>
      <Input id={id} value={reason} onChange={(event) => set_reason(event.target.value)} />
      {sent.error ? <Failed error={sent.error} on_close={sent.reset} /> : null}
      <div>
        <Button
          danger
          disabled={!reason.trim()}
          loading={sent.isPending}
          onClick={() => sent.mutate()}
        >
          {tables.withdraw}
        </Button>
      </div>
    </div>
  );
}

function Kept({ table, id, foot, on_done }: {
  table: Table; id: string; foot: HTMLElement | null; on_done: () => void;
}) {
  const opened = useQuery(row_query(table.id, id));
  return (
    <Loaded query={opened}>
      {({ data: row }) => (
        <>
          {row.open ? (
            <RowForm table={table} row={row} foot={foot} on_done={on_done} />
          ) : (
            <Facts table={table} row={row} />
          )}
          <Steps row={row} />
          {row.open ? <Withdraw table={table} row={row} on_done={on_done} /> : null}
        </>
      )}
    </Loaded>
  );
}

interface RowDrawerProps {
  table: Table;
  /** "new" for a row that is to be written; nothing when the drawer is shut. */
  row: TableRow | "new" | undefined;
  on_close: () => void;
}

export function RowDrawer({ table, row, on_close }: RowDrawerProps) {
  const { tables } = useWords();
  const [foot, set_foot] = useState<HTMLElement | null>(null);
  const title = row === "new" ? tables.add_to(table.title) : tables.row_of(table.title);
  return (
    <Drawer
      open={row !== undefined}
      onClose={on_close}
      title={title}
      size={560}
      className="row-drawer"
      footer={table.kept ? <div ref={set_foot} className="row-foot" /> : null}
      destroyOnHidden
    >
      {row === "new" ? <RowForm table={table} foot={foot} on_done={on_close} /> : null}
      {row && row !== "new" && table.kept ? (
        <Kept table={table} id={row.id} foot={foot} on_done={on_close} />
      ) : null}
      {row && row !== "new" && !table.kept ? (
        <>
          <p>{tables.live}</p>
          <Facts table={table} row={row} />
        </>
      ) : null}
    </Drawer>
  );
}
