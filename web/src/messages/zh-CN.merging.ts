// Texts of merging tasks: one goes on in another.
export const merging = {
  step: { merge: "并入" },
  done: { merge: "已并入" },
  explain: {
    merge: "与本单位下达的另一项任务是同一件事的，并入那一项：本任务就此结束，来源和要求由那一项一并落实。",
  },
  into: "并入哪一项任务",
  into_hint: "输入任务或来源中的字词查找",
  into_none: "没有本单位下达、正在办理的其他任务",
  into_missing: "请选择要并入的任务",
  nobody: "未交办",
  lead: "由谁牵头（另一方列为配合单位）",
  lead_missing: "两项任务不在同一单位手中，请选择牵头岗位",
  reason: "并入理由",
  reason_missing: "请写明为什么是同一件事",
  add: (figure: string): string => `把本任务的指标 ${figure} 计入那一项（单位须相同）`,
  finished: "任务已并入另一项，由那一项一并办理。",
  merged_into: "已并入",
  absorbed: (n: number): string => `并入本任务的 ${n.toLocaleString("zh-CN")} 项`,
  from: (title: string): string => `（${title}）`,
  due: (day: string): string => `原时限 ${day}`,
  figure: (figure: string, added: boolean): string =>
    added ? `指标 ${figure} 已计入` : `指标 ${figure} 未计入`,
  order: "所属任务分解",
  source: "并入任务的来源",
};
