// Objecting to a task before signing for it, and ruling on the objection.
import { Input, Segmented } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { to_first_wrong } from "@/parts/first-wrong";
import { PostSelect } from "./assign-form";
import { Field } from "./field";
import { WordsField } from "./later-forms";
import type { FormProps } from "./next-step";
import { Send } from "./send";

export function ObjectForm({ stepping, draft_key }: FormProps) {
  const words = useWords().rulings;
  const id = useId();
  const draft = useDraft(draft_key, { reason: "", proposed: "" });
  const [tried, set_tried] = useState(false);
  const reason = draft.value.reason.trim();
  const proposed = draft.value.proposed.trim();
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (reason === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body = { reason, ...(proposed ? { proposed } : {}) };
    stepping.mutate({ step: "object", body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <WordsField
        id={`${id}-reason`}
        label={words.reason}
        text={draft.value.reason}
        wrong={tried && reason === "" ? words.reason_missing : undefined}
        on_change={(text) => draft.change({ reason: text })}
      />
      <Field id={`${id}-proposed`} label={words.proposed}>
        <Input
          id={`${id}-proposed`}
          maxLength={100}
          value={draft.value.proposed}
          onChange={(event) => draft.change({ proposed: event.target.value })}
        />
      </Field>
      <Send stepping={stepping} name={words.step.object} />
    </form>
  );
}

type Answer = "dismissed" | "upheld";

export function RuleForm({ task, stepping, draft_key }: FormProps) {
  const words = useWords().rulings;
  const id = useId();
  const draft = useDraft<{ answer: Answer; text: string; post: string }>(draft_key, {
    answer: "dismissed", text: "", post: "",
  });
  const [tried, set_tried] = useState(false);
  const { answer, post } = draft.value;
  const text = draft.value.text.trim();
  const wrong = answer === "dismissed" && tried && text === "" ? words.text_missing : undefined;
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (answer === "dismissed" && text === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    const on = answer === "upheld" && post !== "" ? { post } : {};
    stepping.mutate({ step: "rule", body: { answer, text, ...on } }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      {task.objection ? (
        <p className="asked">{words.asked(task.objection.on, task.objection.reason)}</p>
      ) : null}
      {task.objection?.proposed ? <p>{words.proposes(task.objection.proposed)}</p> : null}
      <Segmented<Answer>
        aria-label={words.answer}
        value={answer}
        onChange={(value) => draft.change({ answer: value })}
        options={[
          { value: "dismissed", label: words.answers.dismissed },
          { value: "upheld", label: words.answers.upheld },
        ]}
      />
      <WordsField
        id={`${id}-text`}
        label={words.text}
        text={draft.value.text}
        wrong={wrong}
        on_change={(value) => draft.change({ text: value })}
      />
      {answer === "upheld" ? (
        <Field id={`${id}-post`} label={words.post}>
          <PostSelect
            id={`${id}-post`}
            value={post}
            wrong={false}
            on_change={(value) => draft.change({ post: value })}
          />
        </Field>
      ) : null}
      <Send stepping={stepping} name={words.step.rule} />
    </form>
  );
}
