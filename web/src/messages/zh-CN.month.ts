// Texts of the field for a month.
export const month = {
  year_field: "年",
  month_field: "月",
  year: (n: number): string => `${n}年`,
  month: (n: number): string => `${n}月`,
  whole: (year: number, n: number): string => `${year}年${n}月`,
  before: "上一月",
  after: "下一月",
};
