// Signing for, verifying, sending back, urging, giving up: a step with a sentence.
import { Input } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { to_first_wrong } from "@/parts/first-wrong";
import { Field } from "./field";
import type { FormProps } from "./next-step";
import { Send } from "./send";
import type { NoteStep } from "./use-step";

export function NoteForm({ stepping, draft_key, step }: FormProps & { step: NoteStep }) {
  const { task: words, clerk, suspend } = useWords();
  const id = useId();
  const draft = useDraft(draft_key, { text: "" });
  const [tried, set_tried] = useState(false);
  const text = draft.value.text.trim();
  const needed = step === "return" || step === "end" || step === "refuse_suspension";
  const [reason, missing] =
    step === "end"
      ? [clerk.end_reason, clerk.end_reason_missing]
      : step === "refuse_suspension"
      ? [suspend.refusal, suspend.refusal_missing]
      : [words.reason, words.reason_missing];
  const wrong = needed && tried && text === "" ? missing : undefined;
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (needed && text === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    stepping.mutate({ step, body: { text } }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Field id={id} label={needed ? reason : words.note_optional} wrong={wrong}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={4000}
          value={draft.value.text}
          status={wrong ? "error" : ""}
          aria-invalid={wrong !== undefined}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </Field>
      <Send stepping={stepping} name={words.step[step]} danger={needed} />
    </form>
  );
}
