// Texts of the task book that comes back.
import type { Words } from "./zh-CN";

const count = (n: number): string => n.toLocaleString("en-GB");
const some = (n: number, one: string, many: string): string =>
  `${count(n)} ${n === 1 ? one : many}`;

export const book: Words["book"] = {
  import: "Import task book",
  preview: "Preview of",
  applied: "Imported",
  row: (n) => `Row ${n}`,
  on_sheet: (sheet, n) => `Sheet “${sheet}”, row ${n}`,
  skipped: (sheet, reason) => `Sheet “${sheet}” was not read: ${reason}`,
  empty: "(empty)",
  counted: (changed, same, refused) =>
    `${count(changed)} changed, ${count(same)} unchanged, ${count(refused)} refused`,
  expected: (text) => `Expected: ${text}.`,
  next: (text) => `Next step: ${text}`,
  apply: (n) => `Change ${some(n, "task", "tasks")}`,
  cancel: "Cancel",
  close: "Close",
};
