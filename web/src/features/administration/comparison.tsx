// Figures of two days on the same ground.
import { useQuery } from "@tanstack/react-query";
import { Table, Tag, type TableColumnsType } from "antd";
import { useId, useState } from "react";
import type { ComparedGround, Division } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Loaded } from "@/parts/loaded";
import { Panel } from "@/parts/panel";
import { today } from "./act-form";
import { comparison_query } from "./queries";

function Names({ divisions }: { divisions: Division[] }) {
  return (
    <>
      {divisions.map((one) => (
        <div key={one.code}>
          {one.name} <code>{one.code}</code>
        </div>
      ))}
    </>
  );
}

function columns_of(words: Words["divisions"]): TableColumnsType<ComparedGround> {
  const figure = (value: number | null) =>
    value === null ? words.hidden : <span className="number">{value.toLocaleString()}</span>;
  const in_sum = (row: ComparedGround) => row.before.length > 1 || row.after.length > 1;
  return [
    { title: words.compare_then, render: (_, row) => <Names divisions={row.before} /> },
    { title: words.compare_now, render: (_, row) => <Names divisions={row.after} /> },
    { title: words.tasks_then, align: "right", render: (_, row) => figure(row.tasks_before) },
    {
      title: words.tasks_now,
      align: "right",
      render: (_, row) => (
        <>
          {figure(row.tasks_after)}
          {in_sum(row) ? (
            <div>
              <Tag>{words.together}</Tag>
            </div>
          ) : null}
        </>
      ),
    },
  ];
}

export function Comparison({ code }: { code: string }) {
  const { divisions: words } = useWords();
  const now = today();
  const id = useId();
  const [from, set_from] = useState(`${Number(now.slice(0, 4)) - 1}-12-31`);
  const [to, set_to] = useState(now);
  const query = useQuery(comparison_query(code, from, to));
  return (
    <Panel title={words.compare}>
      <div className="compare-head">
        <p>{words.compare_intro}</p>
        <span className="bar-field">
          <label htmlFor={`${id}-from`}>{words.compare_from}</label>
          <DateField id={`${id}-from`} allowClear={false} value={from} onChange={set_from} />
        </span>
        <span className="bar-field">
          <label htmlFor={`${id}-to`}>{words.compare_to}</label>
          <DateField id={`${id}-to`} allowClear={false} value={to} onChange={set_to} />
        </span>
      </div>
      <Loaded query={query}>
        {(data) => (
          <Table<ComparedGround>
            size="small"
            pagination={{ pageSize: 12, hideOnSinglePage: true }}
            rowKey={(row) => [...row.before, ...row.after].map((one) => one.code).join()}
            locale={{ emptyText: words.no_children }}
            dataSource={data.rows}
            columns={columns_of(words)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
