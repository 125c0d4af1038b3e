// What can be done with a drafted task, by button or by key.
import { App } from "antd";
import { useCallback, useMemo, useRef, useLayoutEffect } from "react";
import type { Confirm, Decisions, Recut } from "@/api/shapes";
import { useWords } from "@/messages";
import type { CardActs } from "./candidate-card";
import { useDecisions } from "./use-decisions";
import { useRecuts } from "./use-recuts";
import { following, next_open, type Review } from "./use-review";
import { undo_of, useUndo } from "./use-undo";

/** A stable function that always does what the last rendering says. */
function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const held = useRef(act);
  useLayoutEffect(() => {
    held.current = act;
  });
  return useCallback((...args: A) => held.current(...args), []);
}

// As the contract allows in one call.
const most_at_once = 500;

function numbers_of(decisions: Decisions | undefined): Set<number> {
  const decided = [...(decisions?.confirm ?? []), ...(decisions?.reject ?? [])];
  return new Set(decided.map((one) => one.number));
}

function useCutting(review: Review, reveal: (number: number) => void, undoing: Undoing) {
  const words = useWords().review;
  const { message } = App.useApp();
  const before = review.document;
  const cutting = useRecuts(before.summary.id, (body, after) => {
    undoing.set_undo(undo_of(body, before, after));
    const number = body.split?.number ?? Math.min(body.merge?.number ?? 0, body.merge?.with ?? 0);
    const shown = after.candidates.find((one) => one.number === number);
    void message.success(body.split ? words.split_now : words.merged_now);
    review.choose(shown?.number ?? review.active);
    if (shown) reveal(shown.number);
  });
  const split = useLatest((number: number, at: number) =>
    cutting.mutate({ split: { number, at } }),
  );
  const merge = useLatest((number: number) => {
    const next = following(review, number);
    if (next) cutting.mutate({ merge: { number, with: next.number } });
    else void message.info(words.merge_none);
  });
  return { cutting, split, merge };
}

function useDeciding(review: Review, reveal: (number: number) => void, undoing: Undoing) {
  const words = useWords().review;
  const { message } = App.useApp();
  return useDecisions(review.document.summary.id, (decisions) => {
    const numbers = numbers_of(decisions);
    numbers.forEach((number) => {
      review.edit(number, undefined);
      review.tick(number, false);
    });
    const confirmed = decisions.confirm.length;
    const rejected = decisions.reject.map((one) => one.number);
    undoing.set_undo(rejected.length > 0 ? { kind: "reject", numbers: rejected } : undefined);
    const reopened = decisions.reopen?.length ?? 0;
    const told = reopened > 0 ? words.reopened_now : words.rejected_now;
    void message.success(confirmed > 0 ? words.confirmed_now(confirmed) : told);
    if (reopened > 0) return;
    const next = next_open(review, numbers);
    if (review.active !== undefined && numbers.has(review.active) && next) {
      review.choose(next.number);
      reveal(next.number);
    }
  });
}

type Undoing = ReturnType<typeof useUndo>;

const numbers_cut = (body: Recut | undefined): number[] =>
  [body?.split?.number, body?.merge?.number, body?.merge?.with].filter((one) => one !== undefined);

/** `reveal` scrolls the texts there; `on_show` makes sure that they are on the screen. */
export function useCardActs(
  review: Review,
  reveal: (number: number) => void,
  on_show: () => void,
) {
  const words = useWords().review;
  const { message } = App.useApp();
  const undoing = useUndo();
  const { cutting, split, merge } = useCutting(review, reveal, undoing);
  const deciding = useDeciding(review, reveal, undoing);
  const confirmation = (number: number): Confirm => ({ number, ...review.edit_of(number) });
  const choose = useLatest(review.choose);
  const tick = useLatest(review.tick);
  const edit = useLatest(review.edit);
  const locate = useLatest((number: number) => {
    review.choose(number, review.active === number ? review.mode : "read");
    on_show();
    reveal(number);
  });
  const confirm = useLatest((number: number) =>
    deciding.mutate({ confirm: [confirmation(number)], reject: [] }),
  );
  const reject = useLatest((number: number, reason: string) =>
    deciding.mutate({ confirm: [], reject: [{ number, reason }] }),
  );
  const reopen = useLatest((number: number) =>
    deciding.mutate({ confirm: [], reject: [], reopen: [{ number }] }),
  );
  const undo = useLatest(() => {
    const last = undoing.undo;
    if (!last) return void message.info(words.undo_none);
    undoing.set_undo(undefined);
    if (last.kind === "recut") return cutting.mutate(last.body);
    const numbers = last.numbers.map((number) => ({ number }));
    return deciding.mutate({ confirm: [], reject: [], reopen: numbers });
  });
  const confirm_ticked = useLatest(() => {
    const open = review.shown.filter((one) => one.state === "proposed");
    const numbers = open.map((one) => one.number).filter((one) => review.ticked.has(one));
    for (let at = 0; at < numbers.length; at += most_at_once) {
      const some = numbers.slice(at, at + most_at_once);
      deciding.mutate({ confirm: some.map(confirmation), reject: [] });
    }
  });
  const acts: CardActs = useMemo(
    () => ({ choose, tick, edit, confirm, reject, locate, split, merge, reopen }),
    [choose, tick, edit, confirm, reject, locate, split, merge, reopen],
  );
  const busy = deciding.isPending ? numbers_of(deciding.variables) : new Set<number>();
  if (cutting.isPending) numbers_cut(cutting.variables).forEach((one) => busy.add(one));
  const failed = cutting.error ? cutting : deciding;
  const pending = deciding.isPending || cutting.isPending;
  return { acts, confirm_ticked, busy, failed, pending, undo };
}
