// One problem: where it comes from, how it is corrected, what comes next.
import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Tag, Timeline } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { problem_query, session_query } from "@/api/queries";
import { status_of } from "@/api/failure";
import type { ProblemCase, ProblemStep } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Light } from "@/parts/light";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { PlanForm } from "./plan-form";
import { ListForm, ReportForm, WordsForm, type StepProps } from "./problem-forms";
import { useProblemStep } from "./use-problem-step";
import "./problems.css";

function Facts({ one }: { one: ProblemCase }) {
  const { problems } = useWords();
  const { row } = one;
  const facts: Array<[string, string]> = [
    [problems.list, row.list ? `${one.list_name} ${row.number}` : ""],
    [problems.source, row.source],
    [problems.owner, row.owner ? `${row.owner.unit_name} ${row.owner.post_title}` : ""],
    [problems.due, row.due ?? ""],
    [problems.plan, row.branch ? problems.branch[row.branch] : ""],
    [problems.measure, one.measure],
    [problems.cause, one.cause],
    [problems.supervision, one.supervision],
  ];
  return (
    <div className="problems-inside">
      <div className="problem-tags">
        <Light light={row.light} />
        <Tag className="problem-state">{problems.states[row.state]}</Tag>
        {row.focused ? <Tag color="red">{problems.focused}</Tag> : null}
        {row.reopened > 0 ? <Tag color="red">{problems.reopened(row.reopened)}</Tag> : null}
      </div>
      <dl className="problem-facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {one.stages.length > 0 ? (
        <ol className="problem-stages">
          {one.stages.map((stage) => (
            <li key={`${stage.due}${stage.text}`}>
              {stage.text} · {stage.due} · {stage.sign}
              {stage.done_on ? <Tag>{problems.stage_done(stage.done_on)}</Tag> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

function StepForm({ step, ...props }: StepProps & { step: ProblemStep }) {
  switch (step) {
    case "join":
      return <Link to="/problems">{props.one.list_name}</Link>;
    case "list":
      return <ListForm {...props} />;
    case "plan":
      return <PlanForm stepping={props.stepping} draft_key={props.draft_key} />;
    case "stage":
    case "report":
      return <ReportForm {...props} step={step} />;
    default:
      return <WordsForm {...props} step={step} />;
  }
}

function Next({ one, login }: { one: ProblemCase; login: string }) {
  const { problems, task } = useWords();
  const stepping = useProblemStep(one.row.id);
  const [chosen, set_chosen] = useState<ProblemStep>();
  const steps = one.open.filter((each) => each !== "join");
  const step = chosen && one.open.includes(chosen) ? chosen : steps[0];
  return (
    <div className="problems-inside">
      {stepping.error ? (
        <>
          {status_of(stepping.error) === 412 ? (
            <Alert type="warning" showIcon role="alert" title={task.changed} />
          ) : null}
          <Failed error={stepping.error} on_close={stepping.reset} />
        </>
      ) : null}
      {step === undefined ? <p className="muted">{problems.next_none}</p> : null}
      {steps.length > 1 ? (
        <Segmented<ProblemStep>
          value={step ?? "list"}
          options={steps.map((value) => ({ value, label: problems.step[value] }))}
          onChange={(value) => set_chosen(value)}
        />
      ) : null}
      {step ? (
        <StepForm
          key={step}
          step={step}
          one={one}
          stepping={stepping}
          draft_key={`${login}.problem.${one.row.id}.${step}`}
        />
      ) : null}
    </div>
  );
}

function Lineage({ one }: { one: ProblemCase }) {
  const { problems } = useWords();
  if (one.raw.length === 0) return null;
  return (
    <Panel title={problems.lineage}>
      <ul className="raw problems-inside">
        {one.raw.map((remark) => (
          <li key={remark.id}>
            <span className="raw-kind">{problems.raw_of(remark.kind)}</span> {remark.text}
            <div className="muted">
              {problems.raw_from(remark.group, remark.place, remark.said_by)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Course({ one }: { one: ProblemCase }) {
  const { problems } = useWords();
  return (
    <Panel title={problems.course}>
      <div className="problems-inside">
        <Timeline
          items={one.steps.map((step, index) => ({
            key: `${index}`,
            content: (
              <div>
                <b>{step.label}</b> <span className="number">{step.on}</span>{" "}
                <span className="muted">
                  {step.post_title} {step.officer}
                </span>
                <p>{step.text}</p>
                {step.evidence.map((file) => (
                  <Tag key={file.digest}>{file.file_name}</Tag>
                ))}
              </div>
            ),
          }))}
        />
      </div>
    </Panel>
  );
}

export default function ProblemPage() {
  const { id = "" } = useParams();
  const { problems } = useWords();
  const query = useQuery(problem_query(id));
  const login = useQuery(session_query()).data?.login ?? "";
  const back = <Link to="/problems">{problems.back}</Link>;
  return (
    <div className="problems">
      <PageHead
        title={problems.problem}
        intro={query.data?.data.row.text}
        actions={back}
      />
      <Loaded query={query}>
        {({ data }) => (
          <>
            <Panel title={problems.plan}>
              <Facts one={data} />
            </Panel>
            <Panel title={problems.next}>
              <Next key={id} one={data} login={login} />
            </Panel>
            <Lineage one={data} />
            <Course one={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}
