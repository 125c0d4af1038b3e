// Figures with at most three decimal places, summed exactly.
export const is_amount = (typed: string): boolean => /^\d{1,12}(\.\d{1,3})?$/.test(typed);

const thousandths_of = (typed: string): bigint => {
  const [whole = "0", part = ""] = typed.split(".");
  return BigInt(whole) * 1000n + BigInt(part.padEnd(3, "0"));
};

const text_of = (thousandths: bigint): string => {
  const part = String(thousandths % 1000n).padStart(3, "0").replace(/0+$/, "");
  return `${thousandths / 1000n}${part === "" ? "" : `.${part}`}`;
};

/** What is no figure counts nothing. */
export const sum_of = (amounts: readonly string[]): string =>
  text_of(amounts.filter(is_amount).reduce((sum, one) => sum + thousandths_of(one), 0n));

export const same_amount = (one: string, other: string): boolean =>
  is_amount(one) && is_amount(other) && thousandths_of(one) === thousandths_of(other);
