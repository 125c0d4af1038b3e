// A problem on its way: its date is moved, it is reviewed, whoever said it is told.
import { Button, Checkbox, Input, Segmented } from "antd";
import { useId } from "react";
import type { Evidence } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { useDraft } from "@/parts/draft";
import { Labelled } from "@/parts/labelled";
import { Files } from "./evidence-files";
import { WordField } from "./judge-form";
import type { StepProps } from "./problem-forms";

interface WordsProps {
  label: string;
  value: string;
  on_change: (text: string) => void;
}

export function Lines({ label, value, on_change }: WordsProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <Input.TextArea
        id={id}
        rows={2}
        value={value}
        onChange={(event) => on_change(event.target.value)}
      />
    </Labelled>
  );
}

export function Day({ label, value, on_change }: WordsProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <DateField id={id} value={value} onChange={on_change} />
    </Labelled>
  );
}

export function Send({ name, stepping }: Pick<StepProps, "stepping"> & { name: string }) {
  return (
    <div>
      <Button type="primary" htmlType="submit" loading={stepping.isPending}>
        {name}
      </Button>
    </div>
  );
}

export function DelayForm({ stepping, draft_key }: StepProps) {
  const { problems } = useWords();
  const { value, change, clear } = useDraft(draft_key, { due: "", reason: "" });
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        stepping.mutate({ step: "ask_extension", body: value }, { onSuccess: clear });
      }}
    >
      <Day label={problems.later} value={value.due} on_change={(due) => change({ due })} />
      <Lines
        label={problems.delay_reason}
        value={value.reason}
        on_change={(reason) => change({ reason })}
      />
      <Send name={problems.step.ask_extension} stepping={stepping} />
    </form>
  );
}

const unanswered: { answer: "yes" | "no"; text: string } = { answer: "yes", text: "" };

export function AnswerForm({ one, stepping, draft_key }: StepProps) {
  const { problems } = useWords();
  const { value, change, clear } = useDraft(draft_key, unanswered);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        stepping.mutate({ step: "answer_extension", body: value }, { onSuccess: clear });
      }}
    >
      {one.extension ? (
        <p>{problems.asked_delay(one.extension.due, one.extension.reason)}</p>
      ) : null}
      <Segmented<"yes" | "no">
        aria-label={problems.step.answer_extension}
        value={value.answer}
        options={[
          { value: "yes", label: problems.grant },
          { value: "no", label: problems.refuse },
        ]}
        onChange={(answer) => change({ answer })}
      />
      <Lines label={problems.reason} value={value.text} on_change={(text) => change({ text })} />
      <Send name={problems.step.answer_extension} stepping={stepping} />
    </form>
  );
}

const unseen: { text: string; next: string; evidence: Evidence[] } = {
  text: "", next: "", evidence: [],
};

export function ReviewForm({ stepping, draft_key }: StepProps) {
  const { problems } = useWords();
  const { value, change, clear } = useDraft(draft_key, unseen);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        stepping.mutate({ step: "review", body: value }, { onSuccess: clear });
      }}
    >
      <Lines label={problems.found} value={value.text} on_change={(text) => change({ text })} />
      <Day label={problems.review_next} value={value.next} on_change={(next) => change({ next })} />
      <Files evidence={value.evidence} keep={(evidence) => change({ evidence })} />
      <Send name={problems.step.review} stepping={stepping} />
    </form>
  );
}

const untold: { remarks: string[]; on: string; by: string; way: string; answer: string } = {
  remarks: [], on: "", by: "", way: "", answer: "",
};

export function TellForm({ one, stepping, draft_key }: StepProps) {
  const { problems } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, untold);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { ...value, remarks: value.remarks.map((each) => ({ id: each })) };
        stepping.mutate({ step: "tell", body }, { onSuccess: clear });
      }}
    >
      <Checkbox.Group
        className="tell-remarks"
        value={value.remarks}
        options={one.raw.map((each) => ({
          value: each.id,
          label: (
            <>
              {each.text}{" "}
              {each.told ? (
                <span className="muted">{problems.told_already(each.told.on)}</span>
              ) : null}
            </>
          ),
        }))}
        onChange={(remarks) => change({ remarks })}
      />
      <Day label={problems.told_on} value={value.on} on_change={(on) => change({ on })} />
      <Labelled id={`${id}-by`} label={problems.told_by}>
        <Input
          id={`${id}-by`}
          value={value.by}
          onChange={(event) => change({ by: event.target.value })}
        />
      </Labelled>
      <WordField
        label={problems.told_way}
        value={value.way}
        words={one.words.told_ways}
        on_change={(way) => change({ way })}
      />
      <Lines
        label={problems.told_answer}
        value={value.answer}
        on_change={(answer) => change({ answer })}
      />
      <Send name={problems.step.tell} stepping={stepping} />
    </form>
  );
}
