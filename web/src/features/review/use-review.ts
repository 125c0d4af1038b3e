// What the reader of a document is doing: which part, which proposal, what is ticked and edited.
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { Candidate, Document, Span } from "@/api/shapes";
import { useDraft } from "@/parts/draft";

export interface Edit {
  span?: Span;
  due?: string;
}

export type Filter = Candidate["state"] | "all";
export type Mode = "read" | "reject" | "edit" | "split";

/** Where the address points: ?part, and ?task or ?number for one proposal. */
function aimed_at(document: Document, search: URLSearchParams): { part: number; number?: number } {
  const task = search.get("task");
  const number = Number(search.get("number"));
  const aimed = document.candidates.find((one) =>
    task ? one.task === task : one.number === number,
  );
  if (aimed) return { part: aimed.part, number: aimed.number };
  const part = Number(search.get("part") ?? 0);
  return { part: part in document.parts ? part : 0 };
}

function useTicks() {
  const [ticked, set_ticked] = useState<ReadonlySet<number>>(new Set());
  const tick = (number: number, on: boolean) =>
    set_ticked((before) => {
      const after = new Set(before);
      if (on) after.add(number);
      else after.delete(number);
      return after;
    });
  return { ticked, tick, set_ticked };
}

export function useReview(document: Document, desk: string) {
  const [search, set_search] = useSearchParams();
  const aim = aimed_at(document, search);
  const [part, set_part] = useState(aim.part);
  const [active, set_active] = useState<number | undefined>(aim.number);
  const [filter, set_filter] = useState<Filter>("all");
  const [mode, set_mode] = useState<Mode>("read");
  const ticks = useTicks();
  const edits = useDraft<Record<string, Edit | undefined>>(
    `${desk}.review.${document.summary.id}`,
    {},
  );
  const of_part = useMemo(
    () => document.candidates.filter((one) => one.part === part),
    [document.candidates, part],
  );
  const shown = useMemo(
    () => of_part.filter((one) => filter === "all" || one.state === filter),
    [of_part, filter],
  );
  const choose_part = (index: number) => {
    set_part(index);
    set_active(undefined);
    set_mode("read");
    set_search({ part: String(index) }, { replace: true });
  };
  const choose = (number: number | undefined, next: Mode = "read") => {
    set_active(number);
    set_mode(next);
  };
  return {
    document, part, choose_part, active, choose, filter, set_filter, mode, ...ticks, of_part, shown,
    edit_of: (number: number): Edit => edits.value[number] ?? {},
    edit: (number: number, edit: Edit | undefined) => edits.change({ [number]: edit }),
    edits: edits.value,
  };
}

export type Review = ReturnType<typeof useReview>;

/** The proposal that follows (or precedes) the active one in the list. */
export function neighbour(review: Review, step: 1 | -1): Candidate | undefined {
  const { shown, active } = review;
  const at = shown.findIndex((one) => one.number === active);
  if (at < 0) return step > 0 ? shown[0] : shown.at(-1);
  return shown[Math.max(0, Math.min(shown.length - 1, at + step))];
}

/** The undecided proposal that follows this one in the text. */
export function following(review: Review, number: number): Candidate | undefined {
  const at = review.of_part.findIndex((one) => one.number === number);
  const next = at < 0 ? undefined : review.of_part[at + 1];
  return next?.state === "proposed" ? next : undefined;
}

/** The next one after `number` that nobody has decided; the first one failing that. */
export function next_open(review: Review, decided: ReadonlySet<number>): Candidate | undefined {
  const open = review.of_part.filter((one) => one.state === "proposed" && !decided.has(one.number));
  const last = Math.max(...decided);
  return open.find((one) => one.number > last) ?? open[0];
}
