// Matters to be conveyed: the figures of the year, the agenda pool and everything behind it.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Select, Table, Tag, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { conveyances_query, type ConveyanceFilter } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { Conveyance, ConveyanceFigure, ConveyanceState } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { WideHint } from "@/parts/wide-hint";
import { ConveyanceFigures } from "./conveyance-figures";
import { time_words } from "./conveyance-words";
import { ReceiveForm } from "./receive-form";
import { SourcesTabs } from "./sources-tabs";
import "./sources.css";

function columns_of(words: Words): TableColumnsType<Conveyance> {
  const { conveyances } = words;
  return [
    {
      title: conveyances.title,
      render: (_, row) => (
        <>
          <Link to={`/conveyances/${row.id}`}>{row.title}</Link>
          {row.first_topic ? <Tag className="sources-first">{conveyances.first}</Tag> : null}
          <div className="muted">{`${row.from} ${row.number}`.trim()}</div>
        </>
      ),
    },
    { title: conveyances.state, width: 120, render: (_, row) => conveyances.states[row.state] },
    {
      title: conveyances.received_on, width: 120, dataIndex: "received_on", className: "number",
    },
    {
      title: conveyances.days, width: 250,
      render: (_, row) => (
        <span className={row.timeliness === "late" ? "conveyance-late" : ""}>
          {time_words(row, words)}
        </span>
      ),
    },
    {
      title: conveyances.reach, width: 150,
      render: (_, row) =>
        row.conveyed_on === null
          ? ""
          : conveyances.reach_of(row.reach.persons_reached, row.reach.persons),
    },
    {
      title: conveyances.tasks, width: 210,
      render: (_, row) => conveyances.tasks_of(row.measure_count, row.closed, row.tasks),
    },
  ];
}

function filter_of(search: URLSearchParams): ConveyanceFilter {
  const year = Number(search.get("year"));
  const figure = search.get("figure");
  const state = search.getAll("state");
  return {
    // One that is none is refused by the server.
    ...(state.length > 0 ? { state: state as ConveyanceState[] } : {}),
    ...(figure ? { figure: figure as ConveyanceFigure } : {}),
    ...(year > 0 ? { year } : {}),
  };
}

function Filter() {
  const { conveyances } = useWords();
  const [search, set_search] = useSearchParams();
  const figure = search.get("figure") as ConveyanceFigure | null;
  const state = search.get("state") ?? "";
  const options = Object.entries(conveyances.states).map(([value, label]) => ({ value, label }));
  return (
    <div className="conveyance-filter">
      <Select
        aria-label={conveyances.state}
        style={{ width: 160 }}
        value={state}
        options={[{ value: "", label: conveyances.all }, ...options]}
        onChange={(value) => set_search(value ? { state: value } : {})}
      />
      {figure ? (
        <Tag closable onClose={() => set_search({})}>{conveyances.figure[figure]}</Tag>
      ) : null}
    </div>
  );
}

export default function ConveyancesPage() {
  const words = useWords();
  const { conveyances } = words;
  const [search] = useSearchParams();
  const filter = filter_of(search);
  const query = useInfiniteQuery(conveyances_query(filter));
  const actions = useQuery(session_query()).data?.actions ?? [];
  const [adding, set_adding] = useState(false);
  return (
    <div className="sources">
      <PageHead
        title={conveyances.page}
        intro={conveyances.intro}
        actions={
          actions.includes("receive_document") ? (
            <Button type="primary" onClick={() => set_adding(true)}>{conveyances.add}</Button>
          ) : null
        }
      />
      <SourcesTabs />
      <ConveyanceFigures of={filter.year} />
      <Filter />
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <Nothing title={conveyances.none} more={conveyances.none_more} />;
          }
          return (
            <>
              <WideHint columns={6}>
                <Table<Conveyance>
                  rowKey="id"
                  columns={columns_of(words)}
                  dataSource={rows}
                  pagination={false}
                  size="middle"
                  scroll={{ x: 1000 }}
                />
              </WideHint>
              <LoadMore query={query}>{conveyances.more}</LoadMore>
            </>
          );
        }}
      </Loaded>
      {adding ? <ReceiveForm on_close={() => set_adding(false)} /> : null}
    </div>
  );
}
