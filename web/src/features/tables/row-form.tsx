// The cells of a row, each with the field that its kind asks for.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { createPortal } from "react-dom";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type { OpenedTableRow, Table, TableColumn, TableRowCell } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";

type Cells = Record<string, string>;

export const cells_of = (cells: TableRowCell[]): Cells =>
  Object.fromEntries(cells.map((cell) => [cell.column, cell.text]));

interface CellProps {
  column: TableColumn;
  value: string;
  change: (value: string) => void;
}

function Cell({ column, value, change }: CellProps) {
  const { tables } = useWords();
  const id = useId();
  const words = column.choices;
  const hint = [
    column.note, column.kind === "masked" ? tables.masked : "",
    column.kind === "moment" ? tables.moment : "",
  ].filter(Boolean).join(tables.hints_between);
  const said = { id, "aria-describedby": hint ? `${id}-hint` : undefined };
  return (
    <div>
      <label htmlFor={id}>
        {column.title}
        {column.needed ? ` ${tables.needed}` : ""}
      </label>
      {words.length > 0 ? (
        <Select
          id={id}
          allowClear
          value={value || undefined}
          options={words.map((word) => ({ value: word, label: word }))}
          onChange={(chosen?: string) => change(chosen ?? "")}
        />
      ) : column.kind === "text" ? (
        <Input.TextArea
          {...said}
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Input
          {...said}
          type={column.kind === "date" ? "date" : "text"}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {hint ? <span id={`${id}-hint`} className="hint">{hint}</span> : null}
    </div>
  );
}

function useKeeping(table: string, on_done: () => void) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: ({ row, cells }: { row: OpenedTableRow | undefined; cells: TableRowCell[] }) => {
      const key = keys.key_for([table, row?.id, row?.version, cells]);
      return row
        ? call("amendTableRow", {
            path: { table, row: row.id }, body: { cells }, etag: `"${row.version}"`, key,
          })
        : call("addTableRow", { path: { table }, body: { cells }, key });
    },
    onSuccess: async () => {
      keys.done();
      await client.invalidateQueries({ queryKey: live });
      on_done();
    },
    onError: () => void client.invalidateQueries({ queryKey: ["live", "table-row", table] }),
  });
}

interface RowFormProps {
  table: Table;
  /** Nothing: a new row. */
  row?: OpenedTableRow | undefined;
  /** The bar below the fields, which stays in sight while they are scrolled. */
  foot: HTMLElement | null;
  on_done: () => void;
}

export function RowForm({ table, row, foot, on_done }: RowFormProps) {
  const { tables } = useWords();
  const id = useId();
  const held = cells_of(row?.cells ?? []);
  const draft = useDraft<Cells>(`table.${table.id}.${row?.id ?? "new"}`, {});
  const keeping = useKeeping(table.id, () => {
    draft.clear();
    on_done();
  });
  const value_of = (key: string) => draft.value[key] ?? held[key] ?? "";
  const edited = table.columns
    .filter(({ key }) => value_of(key) !== (held[key] ?? ""))
    .map(({ key }) => ({ column: key, text: value_of(key) }));
  return (
    <form
      id={id}
      className="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate({ row, cells: edited });
      }}
    >
      {table.columns.map((column) => (
        <Cell
          key={column.key}
          column={column}
          value={value_of(column.key)}
          change={(value) => draft.change({ [column.key]: value })}
        />
      ))}
      {foot
        ? createPortal(
            <>
              {keeping.error ? <Failed error={keeping.error} on_close={keeping.reset} /> : null}
              <Button
                type="primary"
                form={id}
                htmlType="submit"
                loading={keeping.isPending}
                disabled={edited.length === 0}
              >
                {row ? tables.save(edited.length) : tables.add}
              </Button>
            </>,
            foot,
          )
        : null}
    </form>
  );
}
