// Days as the server writes them ("2026-11-22"), as people type them, and as a calendar lays them.
import { moved, type Month } from "./months";

// As offices write it: year, month and day with their characters after them.
const [year_word, month_word, day_word] = ["\u5e74", "\u6708", "\u65e5"];

const typed_day = new RegExp(
  "^(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|(\\d\\d)(\\d\\d)|/(\\d{1,2})/(\\d{1,2})" +
    "|\\.(\\d{1,2})\\.(\\d{1,2})" +
    `|${year_word}(\\d{1,2})${month_word}(\\d{1,2})${day_word})$`,
);

export const iso_of = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The day that was typed, as the server writes it; nothing where there is no such day. */
export function day_text(typed: string): string | undefined {
  const [, year, ...rest] = typed_day.exec(typed.trim()) ?? [];
  const [month, day] = rest.filter((one) => one !== undefined);
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${text}T00:00:00Z`);
  // Date takes 30 February for 2 March.
  return !Number.isNaN(moment.getTime()) && iso_of(moment) === text ? text : undefined;
}

/** Whether nothing can follow: "2026-1-1" may become the twelfth, "2026-01-01" may not. */
export const is_complete = (typed: string): boolean =>
  new RegExp(`^(\\d{8}|\\d{4}-\\d\\d-\\d\\d|.*${day_word})$`).test(typed.trim()) &&
  day_text(typed) !== undefined;

export function day_after(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return iso_of(moment);
}

/** The same day of another month, or its last one. */
export function month_after(day: string, months: number): string {
  const [year = 0, month = 1, at = 1] = day.split("-").map(Number);
  const to = moved({ year, month }, months);
  const last = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  return iso_of(new Date(Date.UTC(to.year, to.month - 1, Math.min(at, last))));
}

/** The weeks of a month, Monday first; what is of another month is nothing. */
export function weeks_of({ year, month }: Month): Array<Array<string | undefined>> {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const before = (first.getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => {
      const day = week * 7 + at - before + 1;
      return day < 1 || day > count ? undefined : iso_of(new Date(Date.UTC(year, month - 1, day)));
    }),
  );
}
