// What the forms of sources hold while somebody types.
import { lines_of } from "@/parts/lines";

export type Typed = Record<string, string | boolean | string[] | undefined>;
export const text = (value: Typed[string]): string =>
  typeof value === "string" ? value.trim() : "";
export const lines = (value: Typed[string]): string[] => lines_of(text(value));
