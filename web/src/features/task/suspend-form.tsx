// Asking to suspend a task, and suspending it: why, and until when at the latest; the issuer also
// says from when and what the days do to the date.
import { Segmented, Select } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import type { NewSuspension } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { to_first_wrong } from "@/parts/first-wrong";
import { useDraft } from "@/parts/draft";
import { clocks, grounds } from "@/parts/suspending";
import { Field } from "./field";
import { WordsField } from "./later-forms";
import type { FormProps } from "./next-step";
import { Send } from "./send";

interface DayProps {
  id: string;
  label: string;
  value: string;
  tried: boolean;
  on_change: (day: string) => void;
}

function Day({ id, label, value, tried, on_change }: DayProps) {
  const words = useWords().suspend;
  const missing = tried && value === "";
  return (
    <Field id={id} label={label} wrong={missing ? words.day_missing : undefined}>
      <DateField
        id={id}
        value={value}
        status={missing ? "error" : ""}
        aria-invalid={missing}
        onChange={on_change}
      />
    </Field>
  );
}

type Step = "ask_suspension" | "suspend";
type Change = (part: Partial<NewSuspension>) => void;

interface CauseProps {
  value: NewSuspension;
  tried: boolean;
  on_change: Change;
}

function Cause({ value, on_change, tried }: CauseProps) {
  const words = useWords().suspend;
  const id = useId();
  const missing = tried && value.reason.trim() === "";
  return (
    <>
      <Field id={`${id}-ground`} label={words.ground}>
        <Select<NewSuspension["ground"]>
          id={`${id}-ground`}
          value={value.ground}
          onChange={(ground) => on_change({ ground })}
          options={grounds.map((one) => ({ value: one, label: words.grounds[one] }))}
        />
      </Field>
      <WordsField
        id={`${id}-reason`}
        label={words.reason}
        text={value.reason}
        wrong={missing ? words.reason_missing : undefined}
        on_change={(reason) => on_change({ reason })}
      />
    </>
  );
}

/** What only the issuer says: what the days do to the date, and the first of them. */
function Deciding({ value, tried, on_change }: CauseProps) {
  const words = useWords().suspend;
  const id = useId();
  return (
    <>
      <Segmented<NewSuspension["clock"]>
        aria-label={words.clock}
        value={value.clock}
        onChange={(clock) => on_change({ clock })}
        options={clocks.map((one) => ({ value: one, label: words.clocks[one] }))}
      />
      <Day
        id={`${id}-from`}
        label={words.from}
        value={value.from}
        tried={tried}
        on_change={(from) => on_change({ from })}
      />
    </>
  );
}

export function SuspendForm({ task, stepping, draft_key, step }: FormProps & { step: Step }) {
  const words = useWords().suspend;
  const id = useId();
  const asked = task.asked_suspension;
  const draft = useDraft<NewSuspension>(draft_key, {
    ground: asked?.ground ?? "objective", reason: asked?.reason ?? "", clock: "runs_on", from: "",
    until: asked?.until ?? "",
  });
  const [tried, set_tried] = useState(false);
  const { ground, reason, clock, from, until } = draft.value;
  const deciding = step === "suspend";
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (reason.trim() === "" || until === "" || (deciding && from === "")) {
      to_first_wrong(event.currentTarget);
      return;
    }
    const why = { ground, reason: reason.trim(), until };
    const done = { onSuccess: draft.clear };
    if (deciding) stepping.mutate({ step: "suspend", body: { ...why, clock, from } }, done);
    else stepping.mutate({ step: "ask_suspension", body: why }, done);
  };
  const part = { value: draft.value, tried, on_change: draft.change };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      {deciding && asked ? (
        <p className="asked">
          {words.asked(asked.until, words.grounds[asked.ground], asked.reason)}
        </p>
      ) : null}
      <Cause {...part} />
      {deciding ? <Deciding {...part} /> : null}
      <Day
        id={`${id}-until`}
        label={words.until}
        value={until}
        tried={tried}
        on_change={(day) => draft.change({ until: day })}
      />
      <Send stepping={stepping} name={words.step[step]} />
    </form>
  );
}
