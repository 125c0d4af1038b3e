// Every ask behind the number of one township or village.
import { useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { load_rows_query } from "@/api/follow-queries";
import type { AskRow } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { month_of } from "@/parts/months";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import "./follow.css";

const address_of = (row: AskRow): string =>
  row.kind === "problem" ? `/problems/${row.ref}` : `/ledger/${row.ref}`;

function columns_of({ reminders }: Words): TableColumnsType<AskRow> {
  return [
    { title: reminders.asked_on, width: 120, dataIndex: "on", className: "number" },
    { title: reminders.asked_by, width: 140, dataIndex: "cause_name" },
    { title: reminders.ask_type, width: 110, render: (_, row) => reminders.ask[row.kind] },
    {
      title: reminders.matter,
      render: (_, row) => <Link to={address_of(row)}>{row.title}</Link>,
    },
    { title: reminders.times, width: 80, align: "right", dataIndex: "times" },
  ];
}

export default function LoadRowsPage() {
  const words = useWords();
  const { reminders } = words;
  const { code = "" } = useParams();
  const [search] = useSearchParams();
  const query = useQuery(load_rows_query(code, search.get("month") ?? ""));
  const back = new URLSearchParams({ month: search.get("month") ?? "" });
  const within = search.get("within");
  if (within) back.set("division", within);
  const chosen = month_of(query.data?.month ?? "");
  return (
    <div className="follow">
      <PageHead
        title={query.data?.name ?? reminders.load}
        intro={chosen ? words.month.whole(chosen.year, chosen.month) : undefined}
        actions={
          <Link to={`/load?${back.toString()}`}>{reminders.back_to_load}</Link>
        }
      />
      <Loaded query={query}>
        {(load) => (
          <Panel
            title={`${reminders.total} ${load.total.toLocaleString()}`}
            aside={
              <span className={`burden-${load.burden}`}>{reminders.burden[load.burden]}</span>
            }
          >
            <Table<AskRow>
              rowKey={(row) => `${row.kind}.${row.ref}.${row.title}`}
              columns={columns_of(words)}
              dataSource={load.asks}
              pagination={false}
              size="middle"
              scroll={{ x: 760 }}
            />
          </Panel>
        )}
      </Loaded>
    </div>
  );
}
