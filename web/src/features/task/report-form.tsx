// Reporting a task done, with evidence.
import { Button, Input } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import type { Evidence } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { EvidenceUpload, useSending } from "./evidence-upload";
import { Field } from "./field";
import type { FormProps } from "./next-step";

const blank: { text: string; evidence: Evidence[] } = { text: "", evidence: [] };

export function ReportForm({ stepping, draft_key }: FormProps) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft(draft_key, blank);
  const [tried, set_tried] = useState(false);
  const { text, evidence } = draft.value;
  const sending = useSending(evidence, (kept) => draft.change({ evidence: kept }));
  const wrong = tried && text.trim() === "" ? words.report_missing : undefined;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    set_tried(true);
    if (text.trim() === "" || sending.busy) return;
    const body = { text: text.trim(), evidence };
    stepping.mutate({ step: "report", body }, { onSuccess: draft.clear });
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
          {words.step.report}
        </Button>
        <span>{sending.busy ? words.files_sending : words.draft_kept}</span>
      </div>
    </form>
  );
}
