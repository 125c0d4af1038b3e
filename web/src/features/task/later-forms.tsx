// Asking for more time and answering it, striking off with a look-back, looking back.
import { Input, InputNumber, Segmented } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { to_first_wrong } from "@/parts/first-wrong";
import { useDraft } from "@/parts/draft";
import { Field } from "./field";
import type { FormProps } from "./next-step";
import { Send } from "./send";
import type { AnswerStep } from "./use-step";

interface WordsFieldProps {
  id: string;
  label: string;
  text: string;
  wrong?: string | undefined;
  on_change: (text: string) => void;
}

export function WordsField({ id, label, text, wrong, on_change }: WordsFieldProps) {
  return (
    <Field id={id} label={label} wrong={wrong}>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={1000}
        value={text}
        status={wrong ? "error" : ""}
        aria-invalid={wrong !== undefined}
        onChange={(event) => on_change(event.target.value)}
      />
    </Field>
  );
}

export function ExtendForm({ stepping, draft_key }: FormProps) {
  const { task: words, clerk } = useWords();
  const id = useId();
  const draft = useDraft(draft_key, { due: "", reason: "" });
  const [tried, set_tried] = useState(false);
  const { due, reason } = draft.value;
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (due === "" || reason.trim() === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body = { due, reason: reason.trim() };
    stepping.mutate({ step: "ask_extension", body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Field
        id={`${id}-due`}
        label={words.extend_to}
        wrong={tried && due === "" ? words.extend_missing : undefined}
      >
        <DateField
          id={`${id}-due`}
          value={due}
          status={tried && due === "" ? "error" : ""}
          aria-invalid={tried && due === ""}
          onChange={(day) => draft.change({ due: day })}
        />
      </Field>
      <WordsField
        id={`${id}-reason`}
        label={clerk.extend_reason}
        text={reason}
        wrong={tried && reason.trim() === "" ? words.text_missing : undefined}
        on_change={(text) => draft.change({ reason: text })}
      />
      <Send stepping={stepping} name={words.step.ask_extension} />
    </form>
  );
}

/** A yes or a no with its words; looking back is one or the other by the step itself. */
export function AnswerForm({ task, stepping, draft_key, step }: FormProps & { step: AnswerStep }) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft(draft_key, { text: "", grant: true });
  const [tried, set_tried] = useState(false);
  const { text, grant } = draft.value;
  const answering = step === "answer_extension";
  const yes = answering ? grant : step === "hold";
  const needed = !answering || !yes;
  const wrong = needed && tried && text.trim() === "" ? words.text_missing : undefined;
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (needed && text.trim() === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body = { answer: yes ? ("yes" as const) : ("no" as const), text: text.trim() };
    stepping.mutate({ step, body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      {answering && task.extension ? (
        <p className="asked">{words.asked_until(task.extension.due, task.extension.reason)}</p>
      ) : null}
      {answering ? (
        <Segmented
          value={grant ? "yes" : "no"}
          onChange={(value) => draft.change({ grant: value === "yes" })}
          options={[
            { value: "yes", label: words.grant }, { value: "no", label: words.refuse },
          ]}
        />
      ) : null}
      <WordsField
        id={`${id}-text`}
        label={words.opinion}
        text={text}
        wrong={wrong}
        on_change={(value) => draft.change({ text: value })}
      />
      <Send stepping={stepping} name={words.step[step]} danger={step === "rebound"} />
    </form>
  );
}

export function StrikeOffForm({ stepping, draft_key }: FormProps) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft<{ text: string; months: number | null }>(draft_key, {
    text: "", months: null,
  });
  const { text, months } = draft.value;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = { text: text.trim(), ...(months ? { look_back_months: months } : {}) };
    stepping.mutate({ step: "strike_off", body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <WordsField
        id={`${id}-text`}
        label={words.note_optional}
        text={text}
        on_change={(value) => draft.change({ text: value })}
      />
      <Field id={`${id}-months`} label={words.look_back_months}>
        <InputNumber
          id={`${id}-months`}
          min={1}
          max={120}
          value={months}
          placeholder={words.look_back_usual}
          onChange={(value) => draft.change({ months: value })}
        />
      </Field>
      <Send stepping={stepping} name={words.step.strike_off} />
    </form>
  );
}
