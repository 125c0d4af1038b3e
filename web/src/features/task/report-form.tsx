// Reporting a task done, or how far it is, with evidence.
import { Input } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import type { Evidence, Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { to_first_wrong } from "@/parts/first-wrong";
import { EvidenceUpload, useSending } from "./evidence-upload";
import { Field } from "./field";
import type { FormProps } from "./next-step";
import { Send } from "./send";

const blank: { text: string; evidence: Evidence[]; amount: string } = {
  text: "", evidence: [], amount: "",
};
const is_amount = (typed: string): boolean => typed === "" || /^\d{1,12}(\.\d{1,3})?$/.test(typed);

type ReportProps = FormProps & { step: "report" | "progress" };

interface AmountProps {
  id: string;
  task: Task;
  amount: string;
  on_change: (typed: string) => void;
}

function Amount({ id, task, amount, on_change }: AmountProps) {
  const words = useWords().task;
  if (!task.target) return null;
  const good = is_amount(amount);
  return (
    <Field
      id={id}
      label={words.amount(task.target.unit)}
      wrong={good ? undefined : words.amount_wrong}
    >
      <Input
        id={id}
        inputMode="decimal"
        value={amount}
        suffix={`/ ${task.target.amount}`}
        status={good ? "" : "error"}
        aria-invalid={!good}
        onChange={(event) => on_change(event.target.value.trim())}
      />
    </Field>
  );
}

/** What the report still lacks, once sending it was tried. */
function useLacking(step: ReportProps["step"], typed: typeof blank) {
  const { task: words, clerk } = useWords();
  const [tried, set_tried] = useState(false);
  const whole = step === "report";
  const mute = typed.text.trim() === "";
  const bare = typed.evidence.length === 0 && (whole || typed.amount !== "");
  return {
    text: tried && mute ? words.report_missing : undefined,
    files: tried && bare ? (whole ? clerk.files_missing : clerk.amount_files) : undefined,
    /** Whether it may go. */
    is_whole: () => {
      set_tried(true);
      return !mute && !bare && is_amount(typed.amount);
    },
  };
}

export function ReportForm({ task, stepping, draft_key, step }: ReportProps) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft(draft_key, blank);
  const { text, evidence, amount = "" } = draft.value;
  const lacking = useLacking(step, { text, evidence, amount });
  const sending = useSending(evidence, (kept) => draft.change({ evidence: kept }));
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.busy) return;
    if (!lacking.is_whole()) {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body = { text: text.trim(), evidence, ...(amount === "" ? {} : { amount }) };
    stepping.mutate({ step, body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Field id={id} label={words.report_text} wrong={lacking.text}>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={4000}
          showCount
          value={text}
          status={lacking.text ? "error" : ""}
          aria-invalid={lacking.text !== undefined}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </Field>
      <Amount
        id={`${id}-amount`}
        task={task}
        amount={amount}
        on_change={(typed) => draft.change({ amount: typed })}
      />
      <EvidenceUpload
        evidence={evidence}
        sending={sending}
        needed={step === "report"}
        wrong={lacking.files}
        on_remove={(digest) =>
          draft.change({ evidence: evidence.filter((one) => one.digest !== digest) })
        }
      />
      <Send stepping={stepping} name={words.step[step]} waits={sending.busy} />
    </form>
  );
}
