// Texts of the workbench.
import type { Words } from "./zh-CN";

const count = (n: number): string => n.toLocaleString("en-GB");
const some = (n: number, one: string, many: string): string =>
  `${count(n)} ${n === 1 ? one : many}`;

export const workbench: Words["workbench"] = {
  page: "Workbench",
  hello: (name) => `Hello, ${name}`,
  as_of: (date) => `As of ${date}`,
  area: "Tasks of my area",
  overdue_note: "past the date and not struck off",
  tally_note: "Reported, verified and struck off are counted apart and never added together",
  waiting: "Waiting for me",
  waiting_total_of: (n) => some(n, "task", "tasks"),
  waiting_more: (n) => `See all ${count(n)} in the ledger`,
  waiting_none: "Nothing waits for you",
  waiting_none_more: "Tasks that you are to hand out, report or verify appear here.",
  documents: "Documents to review",
  documents_none: "No document waits for review",
  documents_none_more: "The tasks drafted from a new document wait here to be confirmed.",
  to_review: (n) => `${count(n)} to review`,
  all_documents: "All documents",
  all_tasks: "Whole ledger",
  open_ledger: ", see them in the ledger",
};
