// Texts of objections to a task, before signing for it, and of the rulings on them.
import type { rulings as chinese } from "./zh-CN.rulings";

export const rulings: typeof chinese = {
  step: { object: "Object", rule: "Rule on the objection" },
  done: { object: "Objected", rule: "Ruled" },
  explain: {
    object: "Before signing for it: say why it is another's. The issuer rules; the date stays.",
    rule: "Final: dismissed, it is signed for; upheld, it goes to another post or back to you.",
  },
  reason: "Why it is not ours",
  reason_missing: "Say why it is not your unit's, and by which rule",
  proposed: "Unit in charge, as you see it (optional)",
  asked: (on, reason) => `Objected on ${on}: ${reason}`,
  also: (told, more) => `${told}; ${more}`,
  proposes: (unit) => `holds ${unit} to be in charge`,
  answer: "Ruling",
  answers: { dismissed: "Dismissed", upheld: "Upheld" },
  text: "Ruling in words",
  text_missing: "Say why the objection is dismissed",
  post: "Hand it to (none: back to be handed out again)",
  row: "Objection",
  overruled: "Ruling",
  overruled_told: (on) => `dismissed on ${on}: to be signed for first`,
};
