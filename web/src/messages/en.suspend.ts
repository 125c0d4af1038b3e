// Texts of the suspension of a task: asked for, decided, ended.
import type { suspend as chinese } from "./zh-CN.suspend";

export const suspend: typeof chinese = {
  step: {
    ask_suspension: "Ask to suspend", suspend: "Suspend", refuse_suspension: "Refuse to suspend",
    resume: "Let it go on",
  },
  done: {
    ask_suspension: "Asked to suspend", suspend: "Suspended", refuse_suspension: "Answered",
    resume: "Goes on",
  },
  explain: {
    ask_suspension: "For an objective cause: say why, and until when; the issuer decides.",
    suspend: "Meanwhile its light is grey: not urged, not late, no report. It goes on by itself.",
    refuse_suspension: "Say why not; the task goes on.",
    resume: "Let it go on early; a date that moves, moves by the days really suspended.",
  },
  why: (ground, reason) => `${ground}: ${reason}`,
  ground: "Kind of cause",
  grounds: {
    disaster: "disaster or emergency",
    policy: "policy about to change",
    others: "waiting for others",
    procedure: "lawsuit, review or the like",
    objective: "another objective cause",
  },
  reason: "Cause",
  reason_missing: "Say the objective cause and when work can go on",
  refusal: "Why not",
  refusal_missing: "Say why not",
  clock: "Date",
  clocks: { runs_on: "the date stays", moves: "the date moves" },
  from: "From",
  until: "Until at the latest (last day)",
  day_missing: "Choose the day",
  asked: (until, ground, reason) => `Asked to suspend until ${until}, ${ground}: ${reason}`,
  row: "Suspended",
  told: (from, until, clock, why) => `${from} to ${until}, ${clock}; ${why}`,
};
