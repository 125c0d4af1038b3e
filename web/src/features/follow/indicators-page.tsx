// The figures that the system computes by itself, and where their rows are.
import { useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { indicators_query } from "@/api/follow-queries";
import type { Indicator } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import "./follow.css";

function address_of(one: Indicator, division: string): string {
  const search = new URLSearchParams({ division });
  one.states.forEach((state) => search.append("state", state));
  if (one.overdue) search.set("overdue", "1");
  if (one.focused) search.set("focused", "1");
  return `/${one.rows === "problems" ? "problems/rows" : "ledger"}?${search.toString()}`;
}

function columns_of({ reminders, app }: Words, division: string): TableColumnsType<Indicator> {
  return [
    {
      title: reminders.indicator,
      render: (_, one) => (
        <>
          {one.name}
          <div className="muted">
            {one.also.length > 0 ? `${reminders.also} ${app.list(one.also)}` : null}
          </div>
        </>
      ),
    },
    {
      title: reminders.value, width: 140, align: "right",
      render: (_, one) => (
        <Link className="number" to={address_of(one, division)}>
          {one.value.toLocaleString()} {one.unit}
          <span className="visually-hidden">
            {" "}
            {one.name} {reminders.see_rows}
          </span>
        </Link>
      ),
    },
  ];
}

export default function IndicatorsPage() {
  const words = useWords();
  const { reminders } = words;
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const query = useQuery(indicators_query(search.get("division") ?? ""));
  return (
    <div className="follow">
      <PageHead title={reminders.indicators} intro={reminders.indicators_intro} />
      <Loaded query={query}>
        {(area) => (
          <Panel title={area.name} aside={reminders.as_of(area.as_of)}>
            <Table<Indicator>
              rowKey="id"
              rowClassName={(one) => (one.id === id ? "follow-marked" : "")}
              columns={columns_of(words, area.division)}
              dataSource={area.items}
              pagination={false}
              size="middle"
            />
          </Panel>
        )}
      </Loaded>
    </div>
  );
}
