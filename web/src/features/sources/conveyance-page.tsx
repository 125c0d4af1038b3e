// One matter to be conveyed: its course, the next step, its measures and its record.
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { status_of } from "@/api/failure";
import { conveyance_query } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { ConveyanceCase, ConveyanceStep } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { AddMeeting } from "./add-forms";
import { Course, CourseRecord, Measures } from "./conveyance-course";
import { DecideForm, LookBackForm, NoteForm, PoolForm, type StepProps } from "./conveyance-forms";
import { AnswerForm, ExemptForm } from "./measure-forms";
import { useConveyanceStep } from "./use-conveyance-step";
import "./sources.css";

function ConveyStep({ one }: { one: ConveyanceCase }) {
  const { conveyances } = useWords();
  const [open, set_open] = useState(false);
  return (
    <div className="step-form">
      <p className="muted">{conveyances.convey_hint}</p>
      <div>
        <Button type="primary" onClick={() => set_open(true)}>{conveyances.step.convey}</Button>
      </div>
      {open ? <AddMeeting picked={one.row.id} on_close={() => set_open(false)} /> : null}
    </div>
  );
}

function FormOf({ step, ...props }: StepProps & { step: ConveyanceStep }) {
  switch (step) {
    case "pool":
      return <PoolForm {...props} />;
    case "convey":
      return <ConveyStep one={props.one} />;
    case "decide":
      return <DecideForm {...props} />;
    case "answer":
      return <AnswerForm {...props} />;
    case "exempt":
      return <ExemptForm {...props} />;
    case "look_back":
      return <LookBackForm {...props} />;
    default:
      return <NoteForm {...props} step={step} />;
  }
}

/** What comes next in the matter's state, when the reader may do it; otherwise what they may do. */
const wanted: Record<ConveyanceCase["row"]["state"], readonly ConveyanceStep[]> = {
  received: ["pool"], pooled: ["convey"], conveyed: ["decide"], decided: ["answer", "exempt"],
  broken_down: ["look_back"], looked_back: ["archive"], archived: [], withdrawn: [],
};

/** Why there is nothing to do here: it is over, or its next step is another post's. */
function Waits({ state }: { state: ConveyanceCase["row"]["state"] }) {
  const { conveyances } = useWords();
  const [next] = wanted[state];
  return (
    <p className="muted">
      {next
        ? conveyances.next_of_others(conveyances.step[next])
        : conveyances.next_over(conveyances.states[state])}
    </p>
  );
}

function Next({ one, login }: { one: ConveyanceCase; login: string }) {
  const { conveyances, task } = useWords();
  const stepping = useConveyanceStep(one.row.id);
  const [chosen, set_chosen] = useState<ConveyanceStep>();
  // Only what waits in the pool is offered for a meeting's agenda.
  const steps = one.open.filter((each) => each !== "convey" || one.row.state === "pooled");
  const first = wanted[one.row.state].find((each) => steps.includes(each));
  const step = chosen && steps.includes(chosen) ? chosen : (first ?? steps[0]);
  const taking = step ? (
    <>
      {steps.length > 1 ? (
        <Segmented<ConveyanceStep>
          value={step}
          options={steps.map((value) => ({ value, label: conveyances.step[value] }))}
          onChange={(value) => set_chosen(value)}
        />
      ) : null}
      <FormOf
        key={`${step}${one.row.version}`}
        step={step}
        one={one}
        stepping={stepping}
        draft_key={`${login}.conveyance.${one.row.id}.${step}`}
      />
    </>
  ) : null;
  return (
    <div className="sources-inside">
      {stepping.error ? (
        <>
          {status_of(stepping.error) === 412 ? (
            <Alert type="warning" showIcon role="alert" title={task.changed} />
          ) : null}
          <Failed error={stepping.error} on_close={stepping.reset} />
        </>
      ) : null}
      {first === undefined ? <Waits state={one.row.state} /> : null}
      {first === undefined && taking ? (
        <details>
          <summary>{conveyances.next_besides}</summary>
          <div className="conveyance-besides">{taking}</div>
        </details>
      ) : (
        taking
      )}
    </div>
  );
}

export default function ConveyancePage() {
  const { id = "" } = useParams();
  const { conveyances } = useWords();
  const query = useQuery(conveyance_query(id));
  const login = useQuery(session_query()).data?.login ?? "";
  const row = query.data?.data.row;
  return (
    <div className="sources">
      <PageHead
        title={row?.title ?? conveyances.page}
        intro={row ? `${row.from} ${row.number}`.trim() : undefined}
        actions={<Link to="/conveyances">{conveyances.back}</Link>}
      />
      <Loaded query={query}>
        {({ data }) => (
          <>
            <Course one={data} />
            <Panel title={conveyances.next}>
              <Next key={id} one={data} login={login} />
            </Panel>
            <Measures one={data} />
            <CourseRecord one={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}
