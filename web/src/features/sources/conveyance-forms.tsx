// The steps of a matter to be conveyed: pool, measures, look-back, archive, withdrawal.
import { InputNumber, Segmented, Select } from "antd";
import { useId } from "react";
import type { ConveyanceCase, NewMeasure } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { useDraft } from "@/parts/draft";
import { Labelled } from "@/parts/labelled";
import { lines } from "./typed";
import { StepForm, WordsField } from "./step-form";
import type { ConveyanceStepping } from "./use-conveyance-step";

export interface StepProps {
  one: ConveyanceCase;
  stepping: ConveyanceStepping;
  draft_key: string;
}

export function PoolForm({ one, stepping, draft_key }: StepProps) {
  const { conveyances: words } = useWords();
  const id = useId();
  const { row } = one;
  const draft = useDraft(draft_key, {
    meeting: row.planned_meeting, on: row.planned_on ?? "", place: row.place || 1,
  });
  const { on, place } = draft.value;
  const meeting = draft.value.meeting.trim();
  const send = () => {
    const body = { meeting, place, ...(on ? { planned_on: on } : {}) };
    stepping.mutate({ step: "pool", body }, { onSuccess: draft.clear });
  };
  return (
    <StepForm
      name={words.step.pool}
      busy={stepping.isPending}
      complete={meeting !== ""}
      send={send}
    >
      {(tried) => (
        <>
          <WordsField
            label={words.pool_meeting}
            value={draft.value.meeting}
            wrong={tried && meeting === "" ? words.text_missing : undefined}
            on_change={(value) => draft.change({ meeting: value })}
          />
          <Labelled id={`${id}-on`} label={words.pool_on}>
            <DateField id={`${id}-on`} value={on} onChange={(day) => draft.change({ on: day })} />
          </Labelled>
          <Labelled id={`${id}-place`} label={words.pool_place}>
            <InputNumber
              id={`${id}-place`}
              min={1}
              value={place}
              onChange={(value) => draft.change({ place: value ?? 1 })}
            />
          </Labelled>
        </>
      )}
    </StepForm>
  );
}

/** Measure and unit; either kind of comma. Nothing when a line is not complete. */
function measure_of(line: string): NewMeasure | undefined {
  const at = Math.max(line.lastIndexOf(","), line.lastIndexOf("\uff0c"));
  const [text, unit] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  return at < 1 || text === "" || unit === "" ? undefined : { text, unit };
}

export function DecideForm({ one, stepping, draft_key }: StepProps) {
  const { conveyances: words } = useWords();
  const id = useId();
  const draft = useDraft(draft_key, {
    by: one.proposed_by, meeting: one.meetings.at(-1)?.id ?? "", measures: "",
  });
  const { meeting } = draft.value;
  const by = draft.value.by.trim();
  const written = lines(draft.value.measures).map(measure_of);
  const measures = written.flatMap((each) => each ?? []);
  const whole = measures.length > 0 && measures.length === written.length;
  const send = () => {
    const body = { proposed_by: by, meeting, measures };
    stepping.mutate({ step: "decide", body }, { onSuccess: draft.clear });
  };
  const complete = by !== "" && meeting !== "" && whole;
  return (
    <StepForm name={words.step.decide} busy={stepping.isPending} complete={complete} send={send}>
      {(tried) => (
        <>
          <WordsField
            label={words.proposed_by}
            value={draft.value.by}
            wrong={tried && by === "" ? words.text_missing : undefined}
            on_change={(value) => draft.change({ by: value })}
          />
          <Labelled id={`${id}-meeting`} label={words.meeting}>
            <Select
              id={`${id}-meeting`}
              value={meeting || null}
              options={one.meetings.map((each) => ({
                value: each.id, label: `${each.held_on} ${each.name}`,
              }))}
              onChange={(value: string) => draft.change({ meeting: value })}
            />
          </Labelled>
          <WordsField
            label={`${words.measures_text} · ${words.measures_hint}`}
            rows={4}
            value={draft.value.measures}
            wrong={tried && !whole ? words.measures_wrong : undefined}
            on_change={(value) => draft.change({ measures: value })}
          />
        </>
      )}
    </StepForm>
  );
}

export function LookBackForm({ stepping, draft_key }: StepProps) {
  const { conveyances: words } = useWords();
  const draft = useDraft<{ answer: "yes" | "no"; text: string }>(draft_key, {
    answer: "yes", text: "",
  });
  const { answer } = draft.value;
  const text = draft.value.text.trim();
  const send = () =>
    stepping.mutate({ step: "look_back", body: { answer, text } }, { onSuccess: draft.clear });
  return (
    <StepForm
      name={words.step.look_back}
      busy={stepping.isPending}
      complete={text !== ""}
      send={send}
    >
      {(tried) => (
        <>
          <Segmented<"yes" | "no">
            aria-label={words.look_back_answer}
            value={answer}
            options={[{ value: "yes", label: words.held }, { value: "no", label: words.gaps }]}
            onChange={(value) => draft.change({ answer: value })}
          />
          <WordsField
            label={words.look_back_text}
            rows={3}
            value={draft.value.text}
            wrong={tried && text === "" ? words.text_missing : undefined}
            on_change={(value) => draft.change({ text: value })}
          />
        </>
      )}
    </StepForm>
  );
}

export function NoteForm({ step, stepping, draft_key }: StepProps & {
  step: "archive" | "withdraw";
}) {
  const { conveyances: words } = useWords();
  const draft = useDraft(draft_key, { text: "" });
  const text = draft.value.text.trim();
  const complete = step === "archive" || text !== "";
  const send = () => stepping.mutate({ step, body: { text } }, { onSuccess: draft.clear });
  return (
    <StepForm
      name={words.step[step]}
      busy={stepping.isPending}
      danger={step === "withdraw"}
      complete={complete}
      send={send}
    >
      {(tried) => (
        <>
          {step === "withdraw" ? <p className="muted">{words.withdraw_note}</p> : null}
          <WordsField
            label={step === "archive" ? words.archive_text : words.withdraw_reason}
            value={draft.value.text}
            wrong={tried && !complete ? words.text_missing : undefined}
            on_change={(value) => draft.change({ text: value })}
          />
        </>
      )}
    </StepForm>
  );
}
