// Texts of merging tasks: one goes on in another.
import type { merging as chinese } from "./zh-CN.merging";

export const merging: typeof chinese = {
  step: { merge: "Merge into another" },
  done: { merge: "Merged" },
  explain: {
    merge: "The same matter as another task of your office: this one ends, that one answers both.",
  },
  into: "Into which task",
  into_hint: "Words of the task or its source",
  into_none: "Your office has no other open task",
  into_missing: "Choose the task that goes on",
  nobody: "not handed out",
  lead: "Who leads (the other helps)",
  lead_missing: "The tasks are in different units' hands: choose who leads",
  reason: "Why",
  reason_missing: "Say why it is the same matter",
  add: (figure) => `Add this task's target ${figure} to the other's (same unit)`,
  finished: "The task goes on in another one.",
  merged_into: "Merged into",
  absorbed: (n) => (n === 1 ? "1 task merged into this" : `${n} tasks merged into this`),
  from: (title) => `(${title})`,
  due: (day) => `was due ${day}`,
  figure: (figure, added) => (added ? `target ${figure} added` : `target ${figure} not added`),
  order: "its order",
  source: "of a merged task",
};
