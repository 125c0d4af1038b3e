// How a matter to be conveyed stands, in words.
import type { Conveyance } from "@/api/shapes";
import type { Words } from "@/messages";

export function time_words(row: Conveyance, { conveyances }: Words): string {
  const { waiting, in_time, late } = conveyances.timeliness;
  switch (row.timeliness) {
    case "waiting":
      return waiting(row.days, row.convey_by);
    case "in_time":
      return in_time(row.days);
    default:
      return late(row.days, row.conveyed_on !== null);
  }
}
