// What can be done with a drafted task, by button or by key.
import { App } from "antd";
import { useCallback, useMemo, useRef, useLayoutEffect } from "react";
import type { Confirm, Decisions } from "@/api/shapes";
import { useWords } from "@/messages";
import type { CardActs } from "./candidate-card";
import { useDecisions } from "./use-decisions";
import { next_open, type Review } from "./use-review";

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

/** `reveal` scrolls the texts there; `on_show` makes sure that they are on the screen. */
export function useCardActs(
  review: Review,
  reveal: (number: number) => void,
  on_show: () => void,
) {
  const words = useWords().review;
  const { message } = App.useApp();
  const deciding = useDecisions(review.document.summary.id, (decisions) => {
    const numbers = numbers_of(decisions);
    numbers.forEach((number) => {
      review.edit(number, undefined);
      review.tick(number, false);
    });
    const confirmed = decisions.confirm.length;
    void message.success(confirmed > 0 ? words.confirmed_now(confirmed) : words.rejected_now);
    const next = next_open(review, numbers);
    if (review.active !== undefined && numbers.has(review.active) && next) {
      review.choose(next.number);
      reveal(next.number);
    }
  });
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
  const confirm_ticked = useLatest(() => {
    const open = review.shown.filter((one) => one.state === "proposed");
    const numbers = open.map((one) => one.number).filter((one) => review.ticked.has(one));
    for (let at = 0; at < numbers.length; at += most_at_once) {
      const some = numbers.slice(at, at + most_at_once);
      deciding.mutate({ confirm: some.map(confirmation), reject: [] });
    }
  });
  const acts: CardActs = useMemo(
    () => ({ choose, tick, edit, confirm, reject, locate }),
    [choose, tick, edit, confirm, reject, locate],
  );
  const busy = deciding.isPending ? numbers_of(deciding.variables) : new Set<number>();
  return { acts, confirm_ticked, busy, deciding };
}
