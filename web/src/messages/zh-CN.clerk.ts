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
  files_needed: "佐证材料（至少一份）",
  files_missing: "请至少上传一份佐证材料",
  amount_files: "填了数量，请附佐证材料",
  due_within: (days: number): string => `${count(days)}天内到期（含超期）`,
  rows_wide: (columns: number): string => `共 ${count(columns)} 列，可左右滚动查看`,
};
