// Another stretch or another date for a drafted task, before it is confirmed.
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { useId } from "react";
import type { Span } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import type { CardActs } from "./candidate-card";
import type { Edit } from "./use-review";

interface SpanEditorProps {
  number: number;
  edit: Edit;
  span: Span;
  /** Characters of the part: the span cannot leave it. */
  length: number;
  /** The deadline that the text itself gives. */
  due: string | null;
  busy: boolean;
  acts: CardActs;
}

interface NudgeProps {
  name: string;
  back: (() => void) | undefined;
  on: (() => void) | undefined;
}

function Nudge({ name, back, on }: NudgeProps) {
  const { review } = useWords();
  return (
    <span className="nudge">
      {name}
      <Space.Compact size="small">
        <Button
          icon={<LeftOutlined />}
          aria-label={`${name} ${review.earlier}`}
          disabled={!back}
          {...(back ? { onClick: back } : {})}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={`${name} ${review.later}`}
          disabled={!on}
          {...(on ? { onClick: on } : {})}
        />
      </Space.Compact>
    </span>
  );
}

export function SpanEditor({ number, edit, span, length, due, busy, acts }: SpanEditorProps) {
  const { review } = useWords();
  const id = useId();
  const move = (start: number, end: number) => acts.edit(number, { ...edit, span: { start, end } });
  const { start, end } = span;
  return (
    <div className="card-form" role="group" aria-label={review.editing(number)}>
      <p className="card-form-hint">{review.edit_hint}</p>
      <div className="nudges">
        <Nudge
          name={review.edit_start}
          back={start > 0 ? () => move(start - 1, end) : undefined}
          on={start + 1 < end ? () => move(start + 1, end) : undefined}
        />
        <Nudge
          name={review.edit_end}
          back={end - 1 > start ? () => move(start, end - 1) : undefined}
          on={end < length ? () => move(start, end + 1) : undefined}
        />
      </div>
      <label htmlFor={id}>{review.due_set}</label>
      <DateField
        id={id}
        size="small"
        value={edit.due}
        placeholder={due ?? review.deadline_none}
        onChange={(day) => {
          const { due: _, ...rest } = edit;
          acts.edit(number, day ? { ...rest, due: day } : rest);
        }}
      />
      <div className="card-acts">
        <Button size="small" type="primary" loading={busy} onClick={() => acts.confirm(number)}>
          {review.confirm_edited}
        </Button>
        <Button size="small" onClick={() => acts.edit(number, undefined)}>
          {review.undo_edit}
        </Button>
        <Button size="small" onClick={() => acts.choose(number)}>
          {review.cancel}
        </Button>
      </div>
    </div>
  );
}
