// One mission of field work: its groups, what each did, and the forms to add to it.
import { useQuery } from "@tanstack/react-query";
import { Button, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { mission_query } from "@/api/queries";
import type { GroupTally, OpenedMission } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { WideHint } from "@/parts/wide-hint";
import { FormGroup, LogForm, TakeForm } from "./forms";
import { GroupRecords } from "./group-records";
import "./field-work.css";

type Doing = { what: "form" } | { what: "log" | "take" | "see"; group: number };
type Begin = (doing: Doing) => void;

const counted = [
  "sessions", "interviews", "visits", "problems", "suggestions", "merged", "told",
] as const;

function columns_of(
  { field_work, app }: Words, may_record: boolean, begin: Begin,
): TableColumnsType<GroupTally> {
  return [
    {
      title: field_work.number, width: 92,
      render: (_, { number }) => (
        <Button
          type="link"
          className="group-link"
          onClick={() => begin({ what: "see", group: number })}
        >
          {field_work.number_of(number)}
        </Button>
      ),
    },
    { title: field_work.area, width: 130, dataIndex: "area" },
    { title: field_work.people, render: (_, one) => app.list(one.people) },
    ...counted.map((name) => ({
      title: field_work[name],
      width: 92,
      align: "right" as const,
      render: (_: unknown, one: GroupTally) => (
        <span className="number">{one[name].toLocaleString()}</span>
      ),
    })),
    ...(may_record
      ? [{
          title: "", width: 170,
          render: (_: unknown, { number }: GroupTally) => (
            <span className="group-acts">
              <Button size="small" onClick={() => begin({ what: "log", group: number })}>
                {field_work.log}
              </Button>
              <Button size="small" onClick={() => begin({ what: "take", group: number })}>
                {field_work.take}
              </Button>
            </span>
          ),
        }]
      : []),
  ];
}

function sums_of({ groups, may_record }: OpenedMission, all: string) {
  const sum = (name: (typeof counted)[number]) =>
    groups.reduce((so_far, one) => so_far + one[name], 0);
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} colSpan={3}>{all}</Table.Summary.Cell>
      {counted.map((name, at) => (
        <Table.Summary.Cell key={name} index={at + 3} align="right">
          <b className="number">{sum(name).toLocaleString()}</b>
        </Table.Summary.Cell>
      ))}
      {may_record ? <Table.Summary.Cell index={counted.length + 3} /> : null}
    </Table.Summary.Row>
  );
}

function Groups({ opened, begin }: { opened: OpenedMission; begin: Begin }) {
  const words = useWords();
  if (opened.groups.length === 0) {
    return (
      <Nothing title={words.field_work.groups_none} more={words.field_work.groups_none_more} />
    );
  }
  return (
    <WideHint columns={9}>
      <Table<GroupTally>
        rowKey="number"
        columns={columns_of(words, opened.may_record, begin)}
        dataSource={opened.groups}
        pagination={false}
        size="middle"
        scroll={{ x: 1160 }}
        summary={() => sums_of(opened, words.field_work.all)}
      />
    </WideHint>
  );
}

function Window({ doing, opened, on_close }: {
  doing: Doing | undefined;
  opened: OpenedMission;
  on_close: () => void;
}) {
  switch (doing?.what) {
    case undefined: return null;
    case "form": return <FormGroup opened={opened} on_close={on_close} />;
    case "log": return <LogForm opened={opened} group={doing.group} on_close={on_close} />;
    case "take": return <TakeForm opened={opened} group={doing.group} on_close={on_close} />;
    case "see":
      return <GroupRecords id={opened.mission.id} number={doing.group} on_close={on_close} />;
  }
}

function Opened({ opened }: { opened: OpenedMission }) {
  const { field_work, problems } = useWords();
  const [doing, begin] = useState<Doing>();
  const { title, from, to, people, groups } = opened.mission;
  return (
    <div className="field-work">
      <PageHead
        title={title}
        intro={`${from} \u2013 ${to} \u00b7 ${problems.groups(groups.length, people)}`}
        actions={
          opened.may_manage ? (
            <Button type="primary" onClick={() => begin({ what: "form" })}>
              {field_work.form_group}
            </Button>
          ) : null
        }
      />
      <p className="field-work-intro">
        {field_work.intro} <Link to="/problems">{field_work.back}</Link>
      </p>
      <Panel title={field_work.groups}>
        <Groups opened={opened} begin={begin} />
      </Panel>
      <Window doing={doing} opened={opened} on_close={() => begin(undefined)} />
    </div>
  );
}

export default function FieldWorkPage() {
  const { id = "" } = useParams();
  const query = useQuery(mission_query(id));
  return <Loaded query={query}>{(opened) => <Opened opened={opened} />}</Loaded>;
}
