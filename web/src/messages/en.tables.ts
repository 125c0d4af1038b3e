// Texts of the tables of the office.
import type { Words } from "./zh-CN";

const count = (n: number): string => n.toLocaleString("en-GB");

export const tables: Words["tables"] = {
  page: "Tables",
  intro: "The fifteen tables of an office: some made from tasks and problems, some kept here.",
  which: "Choose a table",
  words: "Find",
  own_unit: "Only those of my own unit",
  kept: "A register: every change keeps what stood there before.",
  live: "This table is made from tasks, problems and field work.",
  own_only: "Shown only to the unit that keeps it.",
  no_tables: "No table is installed",
  none: "Nothing in this table yet",
  none_more: (kept) =>
    kept ? "Add a row, or import a sheet." : "It fills itself as work is recorded.",
  more: "Load more",
  open: "Open",
  add: "Add a row",
  add_to: (table) => `${table}: a new row`,
  row_of: (table) => `${table}: a row`,
  save: (n) => (n === 1 ? "Save 1 change" : `Save ${count(n)} changes`),
  needed: "(needed)",
  masked: "only the masked form is kept",
  moment: "as 2025-04-15 08:30",
  withdraw: "Withdraw this row",
  withdraw_reason: "Why it is withdrawn",
  export: "Export the table",
  export_more: "More exports",
  export_document: "As an annex of a document (docx)",
  import: "Import a sheet",
  preview: "Would change:",
  applied: "Written:",
  counted: (added, changed, unchanged, refused) =>
    [
      `${count(added)} added, ${count(changed)} changed`,
      `${count(unchanged)} unchanged, ${count(refused)} refused`,
    ].join(", "),
  all_or_nothing: "Something is refused: nothing is written. Correct the sheet, import again.",
  row: (n) => `Row ${count(n)}`,
  labelled: (label, text) => `${label}: ${text}`,
  officer: (name, post) => `${name} (${post})`,
  hints_between: "; ",
  added: "new",
  changed: "changed",
  empty: "(empty)",
  expected: (text) => `Expected: ${text}.`,
  next: (text) => `Next: ${text}`,
  apply: (n) => (n === 1 ? "Write 1 row" : `Write ${count(n)} rows`),
  cancel: "Do not write",
  close: "Close",
};
