// Who is late with what: one level below a division at a time, down to the rows.
import { useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { Link, useSearchParams } from "react-router";
import { late_query } from "@/api/follow-queries";
import type { LateRow } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { late_address, open_address } from "./addresses";
import "./follow.css";

function columns_of({ reminders }: Words): TableColumnsType<LateRow> {
  return [
    {
      title: reminders.division,
      render: (_, row) => <Link to={`/late?division=${row.division}`}>{row.name}</Link>,
    },
    {
      title: reminders.open, width: 120, align: "right",
      render: (_, row) => (
        <Link className="number" to={open_address(row.division)}>
          {row.open.toLocaleString()}
          <span className="visually-hidden">
            {" "}
            {row.name} {reminders.open} {reminders.rows}
          </span>
        </Link>
      ),
    },
    {
      title: reminders.late, width: 120, align: "right",
      render: (_, row) => (
        <Link className="number" to={late_address(row.division)}>
          {row.late.toLocaleString()}
          <span className="visually-hidden">
            {" "}
            {row.name} {reminders.rows}
          </span>
        </Link>
      ),
    },
  ];
}

export default function LatePage() {
  const words = useWords();
  const { reminders } = words;
  const [search] = useSearchParams();
  const division = search.get("division") ?? "";
  const query = useQuery(late_query(division));
  return (
    <div className="follow">
      <PageHead
        title={reminders.page}
        intro={reminders.intro}
        actions={
          <>
            <Link to={`/briefing${division ? `?division=${division}` : ""}`}>
              {reminders.to_briefing}
            </Link>
            <Link to={`/indicators${division ? `?division=${division}` : ""}`}>
              {reminders.to_indicators}
            </Link>
          </>
        }
      />
      <Loaded query={query}>
        {(late) => (
          <Panel title={late.name} aside={reminders.as_of(late.as_of)}>
            <div className="follow-inside">
              <p>
                <Link to={late_address(late.division)}>
                  {reminders.own_late(late.tally.overdue)}
                </Link>
              </p>
              {late.below.length === 0 ? (
                <Nothing title={reminders.none_below} />
              ) : (
                <Table<LateRow>
                  rowKey="division"
                  columns={columns_of(words)}
                  dataSource={late.below}
                  pagination={false}
                  size="middle"
                />
              )}
            </div>
          </Panel>
        )}
      </Loaded>
    </div>
  );
}
