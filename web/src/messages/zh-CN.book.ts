// Texts of the task book that comes back.
const count = (n: number): string => n.toLocaleString("zh-CN");

export const book = {
  import: "导入分解表",
  preview: "导入预览：",
  applied: "已导入：",
  row: (n: number) => `第 ${n} 行`,
  on_sheet: (sheet: string, n: number) => `工作表“${sheet}”第 ${n} 行`,
  skipped: (sheet: string, reason: string) => `没有读工作表“${sheet}”：${reason}`,
  empty: "（空）",
  counted: (changed: number, same: number, refused: number) =>
    `修改 ${count(changed)} 项，不变 ${count(same)} 项，拒绝 ${count(refused)} 行`,
  expected: (text: string) => `应为：${text}。`,
  next: (text: string) => `下一步：${text}`,
  apply: (n: number) => `确认修改 ${count(n)} 项`,
  cancel: "取消",
  close: "关闭",
};
