// Texts of the field for a month.
import type { Words } from "./zh-CN";

const names = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
];
const name_of = (n: number): string => names[n - 1] ?? String(n);

export const month: Words["month"] = {
  year_field: "year",
  month_field: "month",
  year: (n) => String(n),
  month: name_of,
  whole: (year, n) => `${name_of(n)} ${year}`,
  before: "Month before",
  after: "Month after",
};
