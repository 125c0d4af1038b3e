// The texts of taking back and correcting a change of divisions, in Chinese.
export const corrections = {
  withdraw: "撤回",
  correct: "更正",
  withdrawn: "已撤回",
  taken_back: (by: string, time: string, reason: string) => `${by} 于 ${time} 撤回：${reason}`,
  withdraw_more:
    "撤回后，区划如同没有登记过这次变更；按此前已知的情况查看时仍能看到它，日志里也一直保留。",
  correct_more: "原来的变更随更正一起撤回，改按下面的内容登记；两步同时完成，或都不发生。",
  other_parts: "这次析置有几个部分：这里改第一个，其余照旧。",
  reason: "错在哪里",
  reason_more: "写明以什么为准，变更记录里会一直显示",
};
