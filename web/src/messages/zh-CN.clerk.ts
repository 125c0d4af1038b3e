// Texts that spare whoever does the work a search: why it came back, what is due, what is missing.
const count = (n: number): string => n.toLocaleString("zh-CN");

export const clerk = {
  returned: "退回重办",
  unsigned: "未签收",
  sign_for: (text: string): string => `签收：${text}`,
  parts: "各类待办",
  returned_title: (label: string, on: string): string => `${on} ${label}，还没有重新报结`,
  returned_by: (who: string): string => `${who}：`,
  too_late_to_ask: "时限已过，不能再申请延期；请尽快报结，确有困难的与交办单位联系改期。",
  extend_reason: "延期理由",
  end_reason: "终止依据和理由",
  end_reason_missing: "请写明终止的依据和理由",
  files_needed: "佐证材料（至少一份）",
  files_missing: "请至少上传一份佐证材料",
  amount_files: "填了数量，请附佐证材料",
  due_within: (days: number): string => `${count(days)}天内到期（含超期）`,
  lists_none_more: "上级建立的清单，有本地区的问题时会列在这里；也可以先看下面的原话。",
  missions_none_more: "上级登记的调研，涉及本地区时会列在这里。",
  raw_none_more: "调研中记下的原话会列在这里，由综合处室归并成问题。",
  problems_none_more: "没有符合的问题。可以返回问题清单，换一张清单查看。",
  figures_zero: (titles: readonly string[]): string =>
    `${titles.join("、")}：本地区没有相应的记录，数字均为 0。`,
  rows_wide: (columns: number): string => `共 ${count(columns)} 列，可左右滚动查看`,
};
