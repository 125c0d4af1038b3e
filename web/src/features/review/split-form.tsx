// Where one drafted task is cut in two; the cut is moved by arrow keys or by the buttons.
import { Button } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { useWords } from "@/messages";
import type { CardActs } from "./candidate-card";
import { marks_in, middle_mark } from "./cuts";

interface SplitFormProps {
  number: number;
  /** The characters of the drafted task. */
  text: string;
  /** Where it begins in the part's clean text. */
  start: number;
  busy: boolean;
  acts: CardActs;
}

export function SplitForm({ number, text, start, busy, acts }: SplitFormProps) {
  const { review } = useWords();
  const id = useId();
  const characters = Array.from(text);
  const marks = marks_in(characters);
  const [at, set_at] = useState(() => middle_mark(characters));
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    acts.split(number, start + at);
  };
  const before = marks.findLast((mark) => mark < at);
  const after = marks.find((mark) => mark > at);
  const jump = (place: number | undefined) =>
    place === undefined ? { disabled: true } : { onClick: () => set_at(place) };
  return (
    <form className="card-form" onSubmit={send} aria-label={review.splitting(number)}>
      <label htmlFor={id}>{review.split_hint}</label>
      <input
        id={id}
        type="range"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for by key or button
        autoFocus
        min={1}
        max={Math.max(1, characters.length - 1)}
        value={at}
        aria-valuetext={characters.slice(Math.max(0, at - 8), at).join("")}
        onChange={(event) => set_at(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === "Escape") acts.choose(number);
          if (event.key === "Enter") send(event);
        }}
      />
      <ol className="halves" aria-live="polite">
        <li>{characters.slice(0, at).join("")}</li>
        <li>{characters.slice(at).join("")}</li>
      </ol>
      <div className="card-acts">
        <Button size="small" {...jump(before)}>
          {review.split_before}
        </Button>
        <Button size="small" {...jump(after)}>
          {review.split_after}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {review.split_send}
        </Button>
        <Button size="small" onClick={() => acts.choose(number)}>
          {review.cancel}
        </Button>
      </div>
    </form>
  );
}
