// A problem stands still: why, with evidence, until when at the latest, what that does to its date.
import { Segmented, Select } from "antd";
import { useId } from "react";
import type { SuspendProblem } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Labelled } from "@/parts/labelled";
import { clocks, grounds } from "@/parts/suspending";
import { Files } from "./evidence-files";
import { Day, Lines, Send } from "./life-forms";
import type { StepProps } from "./problem-forms";

const moving: SuspendProblem = {
  ground: "objective", reason: "", clock: "runs_on", until: "", evidence: [],
};

export function SuspendForm({ stepping, draft_key }: StepProps) {
  const { problems, suspend } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, moving);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        stepping.mutate({ step: "suspend", body: value }, { onSuccess: clear });
      }}
    >
      <p className="muted">{problems.suspend_means}</p>
      <Labelled id={`${id}-ground`} label={suspend.ground}>
        <Select<SuspendProblem["ground"]>
          id={`${id}-ground`}
          value={value.ground}
          onChange={(ground) => change({ ground })}
          options={grounds.map((one) => ({ value: one, label: suspend.grounds[one] }))}
        />
      </Labelled>
      <Lines
        label={suspend.reason}
        value={value.reason}
        on_change={(reason) => change({ reason })}
      />
      <Segmented<SuspendProblem["clock"]>
        aria-label={suspend.clock}
        value={value.clock}
        onChange={(clock) => change({ clock })}
        options={clocks.map((one) => ({ value: one, label: suspend.clocks[one] }))}
      />
      <Day label={suspend.until} value={value.until} on_change={(until) => change({ until })} />
      <Files evidence={value.evidence} keep={(evidence) => change({ evidence })} />
      <Send name={problems.step.suspend} stepping={stepping} />
    </form>
  );
}
