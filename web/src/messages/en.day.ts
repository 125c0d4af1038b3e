// Texts of the field for a day.
import type { Words } from "./zh-CN";

export const day: Words["day"] = {
  example: "as 2026-11-22",
  wrong: (typed) => `“${typed}” is no date and was taken back; write it like 2026-11-22`,
  open: "Open the calendar",
  days: "Choose a day",
  month: "Calendar",
  weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  whole: (text) => text,
};
