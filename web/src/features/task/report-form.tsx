// Reporting a task done, or how far it is, with evidence.
import { Button, Input } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import type { Evidence, Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { EvidenceUpload, useSending } from "./evidence-upload";
import { Field } from "./field";
import type { FormProps } from "./next-step";

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
        onChange={(event) => on_change(event.target.value.trim())}
      />
    </Field>
  );
}

export function ReportForm({ task, stepping, draft_key, step }: ReportProps) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft(draft_key, blank);
  const [tried, set_tried] = useState(false);
  const { text, evidence, amount = "" } = draft.value;
  const sending = useSending(evidence, (kept) => draft.change({ evidence: kept }));
  const wrong = tried && text.trim() === "" ? words.report_missing : undefined;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    set_tried(true);
    if (text.trim() === "" || sending.busy || !is_amount(amount)) return;
    const body = { text: text.trim(), evidence, ...(amount === "" ? {} : { amount }) };
    stepping.mutate({ step, body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Field id={id} label={words.report_text} wrong={wrong}>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={4000}
          showCount
          value={text}
          status={wrong ? "error" : ""}
          aria-invalid={wrong !== undefined}
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
        on_remove={(digest) =>
          draft.change({ evidence: evidence.filter((one) => one.digest !== digest) })
        }
      />
      <div className="step-send">
        <Button
          type="primary"
          htmlType="submit"
          loading={stepping.isPending}
          disabled={sending.busy}
        >
          {words.step[step]}
        </Button>
        <span>{sending.busy ? words.files_sending : words.draft_kept}</span>
      </div>
    </form>
  );
}
