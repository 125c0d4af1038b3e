// A month of days to choose from: by pointer, or by arrows, Page keys, Home, End and Enter.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "@/messages";
import { day_after, iso_of, month_after, weeks_of } from "./days";
import { MonthField } from "./month-field";
import { month_of } from "./months";

/** Where a key leads to from a day; nothing when it leads nowhere. */
function led_to(key: string, day: string): string | undefined {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (key) {
    case "ArrowLeft": return day_after(day, -1);
    case "ArrowRight": return day_after(day, 1);
    case "ArrowUp": return day_after(day, -7);
    case "ArrowDown": return day_after(day, 7);
    case "Home": return day_after(day, -weekday);
    case "End": return day_after(day, 6 - weekday);
    case "PageUp": return month_after(day, -1);
    case "PageDown": return month_after(day, 1);
    default: return undefined;
  }
}

interface DayGridProps {
  /** What is chosen; empty when nothing is. */
  value: string;
  /** Which side of the field it keeps to. */
  side: "left" | "right";
  on_choose: (day: string) => void;
}

/** Today in China, as the server counts days. */
const today_in_china = (): string => iso_of(new Date(Date.now() + 8 * 3_600_000));

interface WeekProps {
  days: ReadonlyArray<string | undefined>;
  value: string;
  /** The day that the keys are at. */
  at: string;
  on_choose: (day: string) => void;
}

function Week({ days, value, at, on_choose }: WeekProps) {
  const { day: words } = useWords();
  const today = today_in_china();
  return (
    <div role="row">
      {days.map((day, place) => (
        <span key={day ?? place} role="gridcell" aria-selected={day === value}>
          {day ? (
            <button
              type="button"
              className={day === today ? "day-today" : ""}
              tabIndex={day === at ? 0 : -1}
              aria-label={words.whole(day)}
              aria-current={day === today ? "date" : undefined}
              onClick={() => on_choose(day)}
            >
              {Number(day.slice(8))}
            </button>
          ) : null}
        </span>
      ))}
    </div>
  );
}

export function DayGrid({ value, side, on_choose }: DayGridProps) {
  const { day: words } = useWords();
  const [at, set_at] = useState(value || today_in_china());
  const grid = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  useEffect(() => {
    // The keys move the focus with the day; the fields for month and year keep it.
    if (follow.current) grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [at]);
  const pressed = (event: KeyboardEvent) => {
    const to = led_to(event.key, at);
    if (!to) return;
    event.preventDefault();
    follow.current = true;
    set_at(to);
  };
  const month = at.slice(0, 7);
  return (
    <div className={`day-grid day-grid-${side}`} role="group" aria-label={words.days}>
      <MonthField
        label={words.month}
        value={month}
        on_change={(chosen) => {
          follow.current = false;
          set_at(`${chosen}-01`);
        }}
      />
      <div ref={grid} role="grid" aria-label={words.month} tabIndex={-1} onKeyDown={pressed}>
        <div role="row">
          {words.weekdays.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        {weeks_of(month_of(month) ?? { year: 1, month: 1 }).map((week) => (
          <Week key={week.join()} days={week} value={value} at={at} on_choose={on_choose} />
        ))}
      </div>
    </div>
  );
}
