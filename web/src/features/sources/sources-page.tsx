// The register of sources: meetings and instructions, newest first.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { sources_query } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { SourceEntry } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { WideHint } from "@/parts/wide-hint";
import { AddInstruction, AddMeeting } from "./add-forms";
import { SourcesTabs } from "./sources-tabs";
import "./sources.css";

function columns_of({ sources }: Words): TableColumnsType<SourceEntry> {
  return [
    { title: sources.on, width: 120, dataIndex: "on", className: "number" },
    { title: sources.kind, width: 90, render: (_, one) => sources.kinds[one.kind] },
    {
      title: sources.title,
      render: (_, one) => (
        <>
          <Link to={`/sources/${one.kind}/${one.id}`}>{one.title}</Link>
          <div className="muted">{one.detail}</div>
        </>
      ),
    },
    {
      title: sources.orders, width: 110, align: "right",
      render: (_, one) => <span className="number">{one.orders.toLocaleString()}</span>,
    },
  ];
}

export default function SourcesPage() {
  const words = useWords();
  const { sources } = words;
  const query = useInfiniteQuery(sources_query());
  const actions = useQuery(session_query()).data?.actions ?? [];
  const [adding, set_adding] = useState<"meeting" | "instruction">();
  const close = () => set_adding(undefined);
  return (
    <div className="sources">
      <PageHead
        title={sources.page}
        intro={sources.intro}
        actions={
          actions.includes("receive_document") ? (
            <>
              <Button onClick={() => set_adding("instruction")}>{sources.add_instruction}</Button>
              <Button type="primary" onClick={() => set_adding("meeting")}>
                {sources.add_meeting}
              </Button>
            </>
          ) : null
        }
      />
      <SourcesTabs />
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Nothing title={sources.none} more={sources.none_more} />;
          return (
            <>
              <WideHint columns={4}>
                <Table<SourceEntry>
                  rowKey="id"
                  columns={columns_of(words)}
                  dataSource={rows}
                  pagination={false}
                  size="middle"
                  scroll={{ x: 720 }}
                />
              </WideHint>
              <LoadMore query={query}>{sources.more}</LoadMore>
            </>
          );
        }}
      </Loaded>
      {adding === "meeting" ? <AddMeeting on_close={close} /> : null}
      {adding === "instruction" ? <AddInstruction on_close={close} /> : null}
    </div>
  );
}
