// The tables of the office: pick one, see its rows, write one, send it out and take it back.
import { DownOutlined, FileExcelOutlined, PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Dropdown, Input, Select, Space, Table as Grid } from "antd";
import type { TableColumnsType } from "antd";
import { useId, useState } from "react";
import { useSearchParams } from "react-router";
import { download } from "@/api/call";
import { session_query } from "@/api/queries";
import type { Table, TableRow } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { useSaving } from "@/parts/use-saving";
import { WideHint } from "@/parts/wide-hint";
import { ImportTable } from "./import-table";
import { rows_query, tables_query, type RowFilter } from "./queries";
import { RowDrawer } from "./row-drawer";
import { cells_of } from "./row-form";
import "./tables.css";

const wide = 220;
const narrow = 130;

function columns_of(
  { tables }: Words,
  table: Table,
  open: (row: TableRow) => void,
): TableColumnsType<TableRow> {
  const [first, ...others] = table.columns;
  const text_in = (key: string) => (_: unknown, row: TableRow) => (
    <span className="cell-text">{cells_of(row.cells)[key] ?? ""}</span>
  );
  return [
    {
      title: first?.title ?? "",
      width: 180,
      fixed: "left" as const,
      render: (_, row) => (
        <Button className="row-open" type="link" onClick={() => open(row)}>
          <span className="cell-text">{cells_of(row.cells)[first?.key ?? ""] || tables.open}</span>
        </Button>
      ),
    },
    ...others.map((column) => ({
      title: column.title,
      width: column.kind === "text" ? wide : narrow,
      render: text_in(column.key),
    })),
  ];
}

function Exports({ table, filter }: { table: Table; filter: RowFilter }) {
  const { tables } = useWords();
  const [busy, saving] = useSaving();
  const save = (kind: "exportTable" | "exportTableDocument") => {
    const name = `${table.title}.${kind === "exportTable" ? "xlsx" : "docx"}`;
    return saving(() => download(kind, name, { path: { table: table.id }, query: { ...filter } }));
  };
  return (
    <Space.Compact>
      <Button icon={<FileExcelOutlined />} loading={busy} onClick={() => void save("exportTable")}>
        {tables.export}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [{ key: "document", label: tables.export_document }],
          onClick: () => void save("exportTableDocument"),
        }}
      >
        <Button icon={<DownOutlined />} aria-label={tables.export_more} />
      </Dropdown>
    </Space.Compact>
  );
}

interface RowsProps {
  table: Table;
  filter: RowFilter;
  open: (row: TableRow) => void;
}

function Rows({ table, filter, open }: RowsProps) {
  const words = useWords();
  const rows = useInfiniteQuery(rows_query(table.id, filter));
  return (
    <Loaded query={rows}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.items);
        if (all.length === 0) {
          return <Nothing title={words.tables.none} more={words.tables.none_more(table.kept)} />;
        }
        return (
          <>
            <WideHint columns={table.columns.length}>
              <Grid<TableRow>
                className="table-rows"
                rowKey="id"
                columns={columns_of(words, table, open)}
                dataSource={all}
                pagination={false}
                size="small"
                scroll={{ x: table.columns.length * 150 }}
              />
            </WideHint>
            <LoadMore query={rows} className="tables-more">
              {words.tables.more}
            </LoadMore>
          </>
        );
      }}
    </Loaded>
  );
}

interface ToolsProps {
  all: Table[];
  table: Table;
  filter: RowFilter;
  choose: (table: string) => void;
  narrow_to: (filter: RowFilter) => void;
}

function Tools({ all, table, filter, choose, narrow_to }: ToolsProps) {
  const { tables } = useWords();
  const id = useId();
  const [typed, set_typed] = useState({ of: filter.q, text: filter.q });
  // The address changed by other means (back, another table): follow it.
  if (typed.of !== filter.q) set_typed({ of: filter.q, text: filter.q });
  return (
    <div className="tables-tools">
      <div className="tables-which">
        <label htmlFor={`${id}-which`}>{tables.which}</label>
        <Select
          id={`${id}-which`}
          value={table.id}
          showSearch={{ optionFilterProp: "label" }}
          options={all.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
          onChange={choose}
        />
      </div>
      <div>
        <label htmlFor={`${id}-words`}>{tables.words}</label>
        <Input.Search
          id={`${id}-words`}
          allowClear
          value={typed.text}
          onChange={(event) => set_typed({ of: filter.q, text: event.target.value })}
          onSearch={(q) => narrow_to({ ...filter, q: q.trim() })}
        />
      </div>
      {table.kept ? (
        <Checkbox
          checked={filter.own_unit}
          onChange={(event) => narrow_to({ ...filter, own_unit: event.target.checked })}
        >
          {tables.own_unit}
        </Checkbox>
      ) : null}
    </div>
  );
}

function Desk({ all }: { all: Table[] }) {
  const { tables } = useWords();
  const [search, set_search] = useSearchParams();
  const actions = useQuery(session_query()).data?.actions ?? [];
  const filter = { own_unit: search.get("own") === "1", q: search.get("q") ?? "" };
  const [row, set_row] = useState<TableRow | "new">();
  const table = all.find((one) => one.id === search.get("table")) ?? all[0];
  if (!table) return <Nothing title={tables.no_tables} />;
  const keeps = actions.includes("record_field_work");
  return (
    <Panel
      title={table.title}
      aside={
        <Space wrap>
          {table.kept && keeps ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => set_row("new")}>
              {tables.add}
            </Button>
          ) : null}
          {keeps ? <ImportTable key={table.id} table={table.id} /> : null}
          {actions.includes("export_ledger") ? <Exports table={table} filter={filter} /> : null}
        </Space>
      }
    >
      <Tools
        all={all}
        table={table}
        filter={filter}
        choose={(one) => set_search({ table: one })}
        narrow_to={({ own_unit, q }) =>
          set_search({ table: table.id, ...(q ? { q } : {}), ...(own_unit ? { own: "1" } : {}) })
        }
      />
      <p className="tables-note">
        {[table.kept ? tables.kept : tables.live, table.own_unit_only ? tables.own_only : ""]
          .filter(Boolean).join(" ")}
      </p>
      <Rows table={table} filter={filter} open={set_row} />
      <RowDrawer table={table} row={row} on_close={() => set_row(undefined)} />
    </Panel>
  );
}

export default function TablesPage() {
  const { tables } = useWords();
  const all = useQuery(tables_query());
  return (
    <div className="tables">
      <PageHead title={tables.page} intro={tables.intro} />
      <Loaded query={all}>{(items) => <Desk all={items} />}</Loaded>
    </div>
  );
}
