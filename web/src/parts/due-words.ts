// How far a due date is, in words.
import type { Words } from "@/messages";
import { days_between } from "./figures";

/** Empty when there is no date, or nothing runs any more. */
export function due_words(
  thing: { due: string | null; light: string },
  as_of: string,
  { late, left }: Pick<Words["ledger"], "late" | "left">,
): string {
  if (!thing.due || thing.light === "closed") return "";
  const days = days_between(as_of, thing.due);
  return days < 0 ? late(-days) : left(days);
}
