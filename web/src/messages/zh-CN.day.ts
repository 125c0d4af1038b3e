// Texts of the field for a day.
export const day = {
  example: "如 2026-11-22",
  wrong: (typed: string): string => `“${typed}”不是日期，已恢复原值；请写成 2026-11-22 这样`,
  open: "打开日历",
  days: "选择日期",
  month: "月历",
  weekdays: ["一", "二", "三", "四", "五", "六", "日"],
  whole: (text: string): string => {
    const [year, month, at] = text.split("-").map(Number);
    return `${year}年${month}月${at}日`;
  },
};
