// Which tree of divisions is shown: that of which day, and as far as what had been recorded by
// then. What was recorded later, or taken back since, is as it was known.
import { Button, Tag } from "antd";
import { useId } from "react";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { moment_of } from "@/parts/figures";
import { DivisionPicker } from "./division-picker";
import type { View } from "./queries";

/** Everything that was recorded on the day counts, by the clock of the offices. */
const end_of = (day: string): string =>
  day === "" ? "" : new Date(`${day}T23:59:59.999+08:00`).toISOString();

/** The day of an instant by the same clock, as the field wants it. */
const day_of = (known: string): string => {
  const moment = Date.parse(known);
  const hours_ahead = 8;
  return Number.isNaN(moment)
    ? ""
    : new Date(moment + hours_ahead * 3_600_000).toISOString().slice(0, 10);
};

/** The day when the whole day counts, else the minute. */
const said_of = (known: string): string => {
  const day = day_of(known);
  return end_of(day) === known ? day : moment_of(known);
};

interface ViewBarProps {
  view: View;
  on_view: (view: View) => void;
  on_division: (code: string) => void;
}

export function ViewBar({ view, on_view, on_division }: ViewBarProps) {
  const { divisions } = useWords();
  const { at, known } = view;
  const id = useId();
  return (
    <div className="administration-bar" role="search">
      <DivisionPicker view={view} onChange={on_division} />
      <span className="bar-field">
        <label htmlFor={`${id}-at`}>{divisions.at}</label>
        <DateField
          id={`${id}-at`}
          value={at}
          onChange={(day) => on_view({ at: day, known })}
        />
      </span>
      <span className="bar-field">
        <label htmlFor={`${id}-known`}>{divisions.known.field}</label>
        <DateField
          id={`${id}-known`}
          value={day_of(known)}
          onChange={(day) => on_view({ at, known: end_of(day) })}
        />
      </span>
      {at ? <Tag>{divisions.as_of(at)}</Tag> : null}
      {known ? <Tag>{divisions.known.as_known(said_of(known))}</Tag> : null}
      {at || known ? (
        <Button size="small" onClick={() => on_view({ at: "", known: "" })}>
          {divisions.back_to_today}
        </Button>
      ) : null}
    </div>
  );
}
