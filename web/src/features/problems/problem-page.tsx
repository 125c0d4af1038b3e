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
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { JudgeForm } from "./judge-form";
import { AnswerForm, DelayForm, ReviewForm, TellForm } from "./life-forms";
import { PlanForm } from "./plan-form";
import { Facts, Lineage } from "./problem-facts";
import { ListForm, ReportForm, WordsForm, type StepProps } from "./problem-forms";
import { SuspendForm } from "./suspend-form";
import { useProblemStep } from "./use-problem-step";
import "./problems.css";

function StepForm({ step, ...props }: StepProps & { step: ProblemStep }) {
  switch (step) {
    case "join":
      return <Link to="/problems">{props.one.list_name}</Link>;
    case "list":
      return <ListForm {...props} />;
    case "plan":
      return <PlanForm stepping={props.stepping} draft_key={props.draft_key} />;
    case "judge":
      return <JudgeForm {...props} />;
    case "review":
      return <ReviewForm {...props} />;
    case "ask_extension":
      return <DelayForm {...props} />;
    case "answer_extension":
      return <AnswerForm {...props} />;
    case "suspend":
      return <SuspendForm {...props} />;
    case "tell":
      return <TellForm {...props} />;
    case "stage":
    case "report":
      return <ReportForm {...props} step={step} />;
    default:
      return <WordsForm {...props} step={step} />;
  }
}

/** What the problem waits for: an answer, a list once it is judged, a plan once it is listed. */
function first_of(one: ProblemCase, steps: readonly ProblemStep[]): ProblemStep | undefined {
  const { state } = one.row;
  const wanted: ProblemStep[] = [
    ...(one.extension ? ["answer_extension" as const] : []),
    ...(state === "raised" && one.judgement ? ["list" as const] : []),
    ...(state === "listed" ? ["plan" as const] : []),
  ];
  return wanted.find((each) => steps.includes(each)) ?? steps[0];
}

function Next({ one, login }: { one: ProblemCase; login: string }) {
  const { problems, task } = useWords();
  const stepping = useProblemStep(one.row.id);
  // Chosen for the problem as it stands: another step later does not find it chosen still.
  const { version } = one.row;
  const [choice, set_choice] = useState<{ step: ProblemStep; version: number }>();
  const chosen = choice?.version === version ? choice.step : undefined;
  const steps = one.open.filter((each) => each !== "join");
  const step = chosen && one.open.includes(chosen) ? chosen : first_of(one, steps);
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
          onChange={(value) => set_choice({ step: value, version })}
        />
      ) : null}
      {step && steps.length === 1 ? <h3>{problems.step[step]}</h3> : null}
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
  const row = query.data?.data.row;
  const back = <Link to="/problems">{problems.back}</Link>;
  return (
    <div className="problems">
      <PageHead
        title={row?.text ?? problems.problem}
        intro={row ? [problems.problem, row.source, row.issuer].filter(Boolean).join(" · ") : ""}
        actions={back}
      />
      <Loaded query={query}>
        {({ data }) => (
          <>
            <Panel title={problems.facts}>
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
