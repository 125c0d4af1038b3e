// Months as the server writes them ("2025-03"), counted with.
export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
}

export function month_of(text: string): Month | undefined {
  const found = /^([0-9]{4})-(0[1-9]|1[0-2])$/.exec(text);
  return found ? { year: Number(found[1]), month: Number(found[2]) } : undefined;
}

export const month_text = ({ year, month }: Month): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

export function moved({ year, month }: Month, by: number): Month {
  const all = year * 12 + month - 1 + by;
  return { year: Math.floor(all / 12), month: (all % 12) + 1 };
}

/** The years to choose from: those near the one that is chosen, latest first. */
export function years_around(chosen: Month | undefined): number[] {
  return chosen ? Array.from({ length: 9 }, (_, at) => chosen.year + 3 - at) : [];
}
