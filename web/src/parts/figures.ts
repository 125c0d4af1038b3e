// Dates, times and sizes as people read them.
import dayjs from "dayjs";

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function days_between(from: string, to: string): number {
  return dayjs(to).diff(dayjs(from), "day");
}

/** An instant in the reader's own time, to the minute. */
export function moment_of(instant: string): string {
  const time = dayjs(instant);
  return time.isValid() ? time.format("YYYY-MM-DD HH:mm") : instant;
}

export function size_of(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
