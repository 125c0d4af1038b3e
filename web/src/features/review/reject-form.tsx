// Why a drafted task is none.
import { Button, Input } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import type { CardActs } from "./candidate-card";

interface RejectFormProps {
  number: number;
  busy: boolean;
  acts: CardActs;
  draft_key: string;
}

export function RejectForm({ number, busy, acts, draft_key }: RejectFormProps) {
  const { review } = useWords();
  const id = useId();
  const draft = useDraft(`${draft_key}.reject.${number}`, { reason: "" });
  const [missing, set_missing] = useState(false);
  const { reason } = draft.value;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() === "") set_missing(true);
    else acts.reject(number, reason.trim());
  };
  return (
    <form className="card-form" onSubmit={send}>
      <label htmlFor={id}>{review.reject_title}</label>
      <Input.TextArea
        id={id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for by key or button
        autoFocus
        rows={2}
        maxLength={500}
        value={reason}
        placeholder={review.reject_hint}
        status={missing ? "error" : ""}
        aria-invalid={missing}
        onChange={(event) => {
          draft.change({ reason: event.target.value });
          set_missing(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") acts.choose(number);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
        }}
      />
      {missing ? (
        <p className="card-form-missing" role="alert">
          {review.reject_missing}
        </p>
      ) : null}
      <div className="card-acts">
        <Button size="small" type="primary" danger htmlType="submit" loading={busy}>
          {review.reject_send}
        </Button>
        <Button size="small" onClick={() => acts.choose(number)}>
          {review.cancel}
        </Button>
      </div>
    </form>
  );
}
