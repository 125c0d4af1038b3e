// Texts of objections to a task, before signing for it, and of the rulings on them.
export const rulings = {
  step: { object: "提出异议", rule: "裁定异议" },
  done: { object: "已提出异议", rule: "已裁定" },
  explain: {
    object: "签收之前，认为不该由本单位承办的，写明理由，由下达单位裁定；裁定之前不催办、不报结，时限不变。",
    rule: "裁定为终局：不成立的，原单位签收办理；成立的，直接改交，或者退回重新交办。时限不变。",
  },
  reason: "异议理由",
  reason_missing: "请写明为什么不该由本单位承办，依据是什么",
  proposed: "认为应由哪个单位承办（选填）",
  asked: (on: string, reason: string): string => `${on} 提出异议：${reason}`,
  also: (told: string, more: string): string => `${told}；${more}`,
  proposes: (unit: string): string => `认为应由“${unit}”承办`,
  answer: "裁定",
  answers: { dismissed: "异议不成立", upheld: "异议成立" },
  text: "裁定意见",
  text_missing: "请写明异议为什么不成立",
  post: "改交岗位（不选则退回，重新交办）",
  row: "异议待裁定",
  overruled: "异议裁定",
  overruled_told: (on: string): string => `${on} 裁定不成立，签收后办理`,
};
