// One source: what it says, whom it reached, which orders answer it.
import { useQuery } from "@tanstack/react-query";
import { Button, Table, Tag, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { source_query, type SourceKind } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { Meeting, MeetingBranch, Source, SourceEntry } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Light } from "@/parts/light";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { StateTag } from "@/parts/state-tag";
import { from_here } from "@/parts/way-back";
import { AttendForm } from "./attend-form";
import { ReachLines } from "./reach";
import { ReceiveForm } from "./receive-form";
import "./sources.css";

function columns_of({ sources }: Words): TableColumnsType<MeetingBranch> {
  return [
    { title: sources.branch, dataIndex: "name" },
    { title: sources.venue, width: 160, dataIndex: "venue" },
    { title: sources.expected, width: 90, align: "right", dataIndex: "expected" },
    {
      title: sources.present, width: 100, align: "right",
      render: (_, one) => one.present ?? sources.not_yet,
    },
    { title: sources.made_up, width: 90, align: "right", dataIndex: "made_up" },
  ];
}

function AgendaTitle({ item }: { item: Meeting["agenda"][number] }) {
  if (item.conveyance) return <Link to={`/conveyances/${item.conveyance}`}>{item.title}</Link>;
  if (item.document) return <Link to={`/sources/document/${item.document}`}>{item.title}</Link>;
  return item.title;
}

function About({ source }: { source: Source }) {
  const { sources, app } = useWords();
  const { meeting, instruction } = source;
  if (instruction) {
    return (
      <Panel title={sources.text} aside={`${instruction.by} ${instruction.given_on}`}>
        <div className="sources-inside">
          <p className="sources-words">{instruction.text}</p>
        </div>
      </Panel>
    );
  }
  if (!meeting) return null;
  return (
    <Panel title={sources.agenda} aside={`${sources.chair} ${meeting.chair}`}>
      <div className="sources-inside">
        <ol>
          {meeting.agenda.map((item) => (
            <li key={item.title}>
              <AgendaTitle item={item} />
              {item.first_topic ? (
                <Tag className="sources-first">{sources.first}</Tag>
              ) : null}
            </li>
          ))}
        </ol>
        {meeting.conveyors.length > 0 ? (
          <span className="muted">
            {sources.conveyors} {app.list(meeting.conveyors)}
          </span>
        ) : null}
      </div>
    </Panel>
  );
}

function Branches({ source, meeting }: { source: Source; meeting: Meeting }) {
  const words = useWords();
  const { sources } = words;
  const name_of = (number: number) =>
    meeting.branches.find((one) => one.number === number)?.name ?? "";
  return (
    <>
      <Table<MeetingBranch>
        rowKey="number"
        columns={columns_of(words)}
        dataSource={meeting.branches}
        pagination={false}
        size="small"
        scroll={{ x: 640 }}
      />
      {source.may_record && meeting.branches.length > 0 ? (
        <AttendForm id={source.entry.id} meeting={meeting} />
      ) : null}
      {source.attendance.length > 0 ? <h3>{sources.records}</h3> : null}
      <ul>
        {source.attendance.map((one, at) => (
          <li key={`${at}`}>
            {sources.record(name_of(one.branch), one.made_up, one.people, one.officer, one.on)}
            {one.note ? <span className="muted"> {one.note}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Orders({ source }: { source: Source }) {
  const { sources } = useWords();
  return (
    <Panel title={sources.orders} aside={source.entry.orders.toLocaleString()}>
      <div className="sources-inside">
        {source.orders.length === 0 ? <Nothing title={sources.orders_none} /> : null}
        <ul>
          {source.orders.map((order) => (
            <li key={order.id}>
              <Light light={order.light} /> <StateTag state={order.state} />{" "}
              <Link to={`/ledger/${order.id}`} state={from_here}>{order.text}</Link>
            </li>
          ))}
        </ul>
        {source.hidden > 0 ? <p className="muted">{sources.hidden(source.hidden)}</p> : null}
      </div>
    </Panel>
  );
}

/** A paper or an instruction is entered as a matter to be conveyed, with its name filled in. */
function Convey({ entry }: { entry: SourceEntry }) {
  const { conveyances } = useWords();
  const [open, set_open] = useState(false);
  const actions = useQuery(session_query()).data?.actions ?? [];
  if (entry.kind === "meeting" || !actions.includes("receive_document")) return null;
  return (
    <>
      <Button onClick={() => set_open(true)}>{conveyances.add}</Button>
      {open ? <ReceiveForm source={entry} on_close={() => set_open(false)} /> : null}
    </>
  );
}

export default function SourcePage() {
  const { kind = "", id = "" } = useParams();
  const { sources } = useWords();
  const query = useQuery(source_query(kind as SourceKind, id));
  const entry = query.data?.entry;
  return (
    <div className="sources">
      <PageHead
        title={entry?.title ?? sources.page}
        intro={entry ? `${sources.kinds[entry.kind]} ${entry.on} ${entry.detail}` : undefined}
        actions={
          <>
            {entry ? <Convey entry={entry} /> : null}
            <Link to="/sources">{sources.back}</Link>
          </>
        }
      />
      <Loaded query={query}>
        {(source) => (
          <>
            <About source={source} />
            {source.entry.kind === "instruction" ? null : (
              <Panel title={sources.reach}>
                <div className="sources-inside">
                  <ReachLines reach={source.reach} />
                  {source.meeting ? <Branches source={source} meeting={source.meeting} /> : null}
                  {source.meetings.map((one) => (
                    <Link key={one.id} to={`/sources/meeting/${one.id}`}>
                      {one.on} {one.title}
                    </Link>
                  ))}
                </div>
              </Panel>
            )}
            <Orders source={source} />
            {source.entry.kind === "document" ? (
              <Link to={`/documents/${source.entry.id}`}>{sources.open_document}</Link>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
}
