// Problem lists: the figures, the lists with what is declared and counted, field work, raw remarks.
import { useQuery } from "@tanstack/react-query";
import { Button, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { figures_query, lists_query, missions_query, session_query } from "@/api/queries";
import type { Mission, ProblemList } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { WideHint } from "@/parts/wide-hint";
import { ListTags, OpenListForm } from "./list-forms";
import { OpenMission } from "./open-mission";
import { RawRemarks } from "./raw-remarks";
import { Sentences } from "./sentence";
import "./problems.css";

type Counted =
  "listed" | "focused" | "started" | "struck_off" | "long_term" | "suspended" | "ended" | "late";

function columns_of({ problems }: Words): TableColumnsType<ProblemList> {
  const count = (title: string, name: Counted) => ({
    title,
    width: 92,
    align: "right" as const,
    render: (_: unknown, list: ProblemList) => (
      <span className="number">{list[name].toLocaleString()}</span>
    ),
  });
  return [
    {
      title: problems.list,
      render: (_, list) => (
        <>
          <Link to={`/problems/lists/${list.id}`}>{list.name}</Link> <ListTags list={list} />
        </>
      ),
    },
    { title: problems.scheme, width: 110, dataIndex: "scheme" },
    { title: problems.source, width: 140, dataIndex: "source" },
    {
      title: problems.declared, width: 130, align: "right",
      render: (_, list) => (
        <>
          <span className="number">{list.declared ?? "—"}</span>
          {list.declared !== null && list.declared !== list.listed ? (
            <span className="differs">{problems.differs}</span>
          ) : null}
        </>
      ),
    },
    count(problems.listed, "listed"),
    count(problems.focused, "focused"),
    count(problems.started, "started"),
    count(problems.struck_off, "struck_off"),
    count(problems.branch.long_term, "long_term"),
    count(problems.suspended, "suspended"),
    count(problems.states.ended, "ended"),
    count(problems.was_late, "late"),
  ];
}

function Lists({ lists }: { lists: ProblemList[] }) {
  const words = useWords();
  if (lists.length === 0) {
    return <Nothing title={words.problems.lists_none} more={words.clerk.lists_none_more} />;
  }
  return (
    <WideHint columns={12}>
      <Table<ProblemList>
        rowKey="id"
        columns={columns_of(words)}
        dataSource={lists}
        pagination={false}
        size="middle"
        scroll={{ x: 1332 }}
      />
    </WideHint>
  );
}

function Missions({ missions }: { missions: Mission[] }) {
  const { problems, clerk } = useWords();
  if (missions.length === 0) {
    return <Nothing title={problems.missions_none} more={clerk.missions_none_more} />;
  }
  return (
    <ul className="missions">
      {missions.map((one) => (
        <li key={one.id}>
          <Link to={`/field-work/${one.id}`}>{one.title}</Link>
          <span className="muted">
            {one.from} – {one.to} · {problems.groups(one.groups.length, one.people)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export default function ProblemsPage() {
  const { problems, field_work } = useWords();
  const [opening, set_opening] = useState(false);
  const figures = useQuery(figures_query());
  const lists = useQuery(lists_query());
  const missions = useQuery(missions_query());
  const session = useQuery(session_query()).data;
  const manages = session?.actions.includes("manage_problems") ?? false;
  return (
    <div className="problems">
      <PageHead title={problems.page} intro={problems.intro} />
      {opening ? <OpenMission on_close={() => set_opening(false)} /> : null}
      <Panel title={problems.figures}>
        <div className="problems-inside">
          <Loaded query={figures}>{(all) => <Sentences all={all} />}</Loaded>
        </div>
      </Panel>
      <Panel title={problems.lists}>
        <Loaded query={lists}>{(all) => <Lists lists={all} />}</Loaded>
        {manages ? (
          <details className="problems-inside">
            <summary>{problems.list_open}</summary>
            <OpenListForm draft_key={`${session?.login ?? ""}.problem-list`} />
          </details>
        ) : null}
      </Panel>
      <Panel
        title={problems.missions}
        aside={
          manages ? (
            <Button onClick={() => set_opening(true)}>{field_work.open}</Button>
          ) : null
        }
      >
        <Loaded query={missions}>{(all) => <Missions missions={all} />}</Loaded>
      </Panel>
      <Panel title={problems.raw}>
        <RawRemarks may_merge={manages} />
      </Panel>
    </div>
  );
}
