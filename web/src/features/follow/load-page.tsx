// The load meter: how much each township and village was asked for in a month, and by whom.
import { useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { Link, useSearchParams } from "react-router";
import { load_query } from "@/api/follow-queries";
import type { AskCounts, Load, LoadLine } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { MonthField } from "@/parts/month-field";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { WideHint } from "@/parts/wide-hint";
import "./follow.css";

const asks = ["task", "period", "figure", "form", "problem"] as const;

function columns_of({ reminders }: Words, asked: string): TableColumnsType<LoadLine> {
  const count = (name: keyof AskCounts, title: string) => ({
    title, width: 96, align: "right" as const,
    render: (_: unknown, line: LoadLine) => (
      <span className="number">{line.counts[name].toLocaleString()}</span>
    ),
  });
  return [
    {
      title: reminders.unit,
      render: (_, line) => <Link to={`/load/${line.division}?${asked}`}>{line.name}</Link>,
    },
    {
      title: reminders.total, width: 150, align: "right",
      render: (_, line) => (
        <span className={`number burden-${line.burden}`}>
          {line.counts.total.toLocaleString()} {reminders.burden[line.burden]}
        </span>
      ),
    },
    ...asks.map((name) => count(name, reminders.ask[name])),
    {
      title: reminders.caused, width: 96, align: "right",
      render: (_, line) => <span className="number">{line.caused.toLocaleString()}</span>,
    },
  ];
}

function Lines({ load, within }: { load: Load; within: string }) {
  const words = useWords();
  const { reminders } = words;
  if (load.lines.length === 0) return <Nothing title={reminders.load_none} />;
  return (
    <WideHint columns={asks.length + 3}>
      <Table<LoadLine>
        rowKey="division"
        columns={columns_of(words, `month=${load.month}${within ? `&within=${within}` : ""}`)}
        dataSource={load.lines}
        pagination={false}
        size="middle"
        scroll={{ x: 900 }}
      />
    </WideHint>
  );
}

export default function LoadPage() {
  const { reminders } = useWords();
  const [search, set_search] = useSearchParams();
  const division = search.get("division") ?? "";
  const month = search.get("month") ?? "";
  const query = useQuery(load_query(division, month));
  return (
    <div className="follow">
      <PageHead
        title={reminders.load}
        intro={reminders.load_intro}
        actions={
          <MonthField
            label={reminders.month}
            value={month || (query.data?.month ?? "")}
            on_change={(chosen) =>
              set_search({ ...(division ? { division } : {}), month: chosen })
            }
          />
        }
      />
      <Loaded query={query}>
        {(load) => (
          <Panel
            title={load.name}
            aside={reminders.limits(load.township_limit, load.village_limit)}
          >
            <div className="follow-inside">
              <p>{reminders.load_total(load.divisions, load.counts.total, load.caused)}</p>
              <Lines load={load} within={division} />
            </div>
          </Panel>
        )}
      </Loaded>
    </div>
  );
}
