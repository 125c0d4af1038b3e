// The steps that this person may take now, one form at a time.
import { Alert, Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { status_of } from "@/api/failure";
import type { Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { AssignForm } from "./assign-form";
import { BindForm } from "./bind-form";
import { AnswerForm, ExtendForm, StrikeOffForm } from "./later-forms";
import { MergeForm } from "./merge-form";
import { NoteForm } from "./note-form";
import { ObjectForm, RuleForm } from "./objection-form";
import { ReportForm } from "./report-form";
import { SuspendForm } from "./suspend-form";
import { useStep, type StepName, type Stepping } from "./use-step";

export interface FormProps {
  task: Task;
  stepping: Stepping;
  /** Under which what is typed is kept. */
  draft_key: string;
}

function Refused({ stepping }: { stepping: Stepping }) {
  const { task } = useWords();
  if (!stepping.error) return null;
  return (
    <>
      {status_of(stepping.error) === 412 ? (
        <Alert type="warning" showIcon role="alert" className="failed" title={task.changed} />
      ) : null}
      <Failed error={stepping.error} on_close={stepping.reset} />
    </>
  );
}

function SplitLink({ id }: { id: string }) {
  const words = useWords().task;
  return (
    <Link to={`/tree/${id}?split=1`} className="split-link">
      {words.split_here}
    </Link>
  );
}

function StepForm({ step, ...props }: FormProps & { step: StepName }) {
  switch (step) {
    case "assign":
      return <AssignForm {...props} />;
    case "split":
      return <SplitLink id={props.task.row.id} />;
    case "report":
    case "progress":
      return <ReportForm {...props} step={step} />;
    case "ask_extension":
      return <ExtendForm {...props} />;
    case "answer_extension":
    case "hold":
    case "rebound":
      return <AnswerForm {...props} step={step} />;
    case "strike_off":
      return <StrikeOffForm {...props} />;
    case "object":
      return <ObjectForm {...props} />;
    case "rule":
      return <RuleForm {...props} />;
    case "merge":
      return <MergeForm {...props} />;
    case "bind":
      return <BindForm {...props} />;
    case "ask_suspension":
    case "suspend":
      return <SuspendForm {...props} step={step} />;
    case "refuse_suspension":
    case "resume":
    case "sign":
    case "verify":
    case "return":
    case "urge":
    case "end":
      return <NoteForm {...props} step={step} />;
  }
}

/** Signing for it comes before doing it. */
const in_order = (open: readonly StepName[]): StepName[] => [
  ...open.filter((one) => one === "sign"), ...open.filter((one) => one !== "sign"),
];

export function NextStep({ task, login }: { task: Task; login: string }) {
  const { task: words, clerk, merging } = useWords();
  const stepping = useStep(task.row.id);
  const [chosen, set_chosen] = useState<StepName>();
  const open = task.returned ? task.open : in_order(task.open);
  const step = chosen && open.includes(chosen) ? chosen : open[0];
  const too_late =
    task.row.light === "overdue" && task.open.includes("report") && !task.extension &&
    !task.open.includes("ask_extension");
  return (
    <section className="next" aria-labelledby="next">
      <h3 id="next">{words.open_steps}</h3>
      <Refused stepping={stepping} />
      {step === undefined ? (
        <p className="next-none">
          {task.merged_into
            ? merging.finished
            : task.row.light === "closed"
              ? words.finished
              : words.waiting_others}
        </p>
      ) : (
        <>
          {open.length > 1 ? (
            <Segmented<StepName>
              value={step}
              onChange={(value) => {
                set_chosen(value);
                stepping.reset();
              }}
              options={open.map((value) => ({ value, label: words.step[value] }))}
            />
          ) : null}
          <p className="next-explain">
            {step === "assign" && task.row.owner ? words.reassign_explain : words.explain[step]}
            {too_late ? <span className="next-late">{clerk.too_late_to_ask}</span> : null}
          </p>
          <StepForm
            key={step}
            step={step}
            task={task}
            stepping={stepping}
            draft_key={`${login}.task.${task.row.id}.${step}`}
          />
        </>
      )}
    </section>
  );
}
