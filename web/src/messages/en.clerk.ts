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
  extend_reason: "Why more time is needed",
  end_reason: "On what ground, and why",
  end_reason_missing: "Say on what ground it is given up, and why",
  files_needed: "Evidence (at least one file)",
  files_missing: "Add at least one file of evidence",
  amount_files: "A figure needs evidence: add a file",
  due_within: (days) => `Due within ${days} days, or late`,
  lists_none_more: "Lists of a higher office appear here when they hold a problem of this area.",
  missions_none_more: "Field work of a higher office appears here when it concerns this area.",
  raw_none_more: "Remarks taken in field work appear here, to be merged into problems.",
  problems_none_more: "No problem fits. Go back to the lists and choose another one.",
  figures_zero: (titles) => `${titles.join(", ")}: no records of this area, all figures are 0.`,
  rows_wide: (columns) => `${columns} columns; scroll sideways to see all`,
};
