// Texts of the suspension of a task: asked for, decided, ended.
export const suspend = {
  step: {
    ask_suspension: "申请挂起", suspend: "挂起", refuse_suspension: "不同意挂起", resume: "恢复办理",
  },
  done: {
    ask_suspension: "已申请挂起", suspend: "已挂起", refuse_suspension: "已批复", resume: "已恢复办理",
  },
  explain: {
    ask_suspension: "因客观原因暂时办不了的，写明原因和最迟恢复的日期，由下达单位决定。",
    suspend: "挂起期间亮灰灯，不催办、不算超期，也不能报结；到最迟恢复日的次日自动恢复。",
    refuse_suspension: "写明不同意的理由，任务照常办理。",
    resume: "提前恢复办理；期限顺延的，只顺延实际挂起的天数。",
  },
  ground: "原因类别",
  why: (ground: string, reason: string) => `${ground}：${reason}`,
  grounds: {
    disaster: "自然灾害或突发事件",
    policy: "政策调整待明确",
    others: "等待上级或其他单位",
    procedure: "诉讼、复议等法定程序",
    objective: "其他客观原因",
  },
  reason: "具体原因",
  reason_missing: "请写明客观原因，以及什么时候可以恢复",
  refusal: "不同意的理由",
  refusal_missing: "请写明不同意的理由",
  clock: "期限",
  clocks: { runs_on: "期限照算", moves: "期限顺延" },
  from: "从哪天起",
  until: "最迟恢复日（挂起的最后一天）",
  day_missing: "请选择日期",
  asked: (until: string, ground: string, reason: string): string =>
    `申请挂起至 ${until}，${ground}：${reason}`,
  row: "挂起",
  told: (from: string, until: string, clock: string, why: string): string =>
    `${from} 至 ${until}，${clock}；${why}`,
};
