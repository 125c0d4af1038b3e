// Texts that spare whoever does the work a search: why it came back, what is due, what is missing.
import type { Words } from "./zh-CN";

export const clerk: Words["clerk"] = {
  returned: "Sent back",
  unsigned: "Not signed for",
  sign_for: (text) => `Sign for: ${text}`,
  parts: "What waits, by kind",
  returned_title: (label, on) => `${label} on ${on}, not reported again yet`,
  returned_by: (who) => `${who}: `,
  too_late_to_ask:
    "The date has passed: more time can no longer be asked for. Report soon, or ask the issuer.",
  files_needed: "Evidence (at least one file)",
  files_missing: "Add at least one file of evidence",
  amount_files: "A figure needs evidence: add a file",
  due_within: (days) => `Due within ${days} days, or late`,
  rows_wide: (columns) => `${columns} columns; scroll sideways to see all`,
};
