// Everything the open document's view needs, joined: texts, what is picked, what can be done.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Document, Part } from "@/api/shapes";
import { useWords } from "@/messages";
import { useCommands } from "@/parts/keys";
import { Characters } from "@/parts/text/characters";
import type { MarkedTextHandle } from "@/parts/text/marked-text";
import { draw_marked } from "./draw";
import { clean_text, original_span, type Proposal } from "./texts";
import { useCardActs } from "./use-card-acts";
import { neighbour, useReview, type Review } from "./use-review";

/** The drafted stretches, the same object until one of them changes. */
function useProposals(review: Review): readonly Proposal[] {
  const proposals = review.of_part.map((one) => ({
    number: one.number,
    span: review.edit_of(one.number).span ?? one.span,
  }));
  const text = JSON.stringify(proposals);
  return useMemo(() => JSON.parse(text) as Proposal[], [text]);
}

function useReveal(part: Part, proposals: readonly Proposal[]) {
  const clean = useRef<MarkedTextHandle>(null);
  const original = useRef<MarkedTextHandle>(null);
  // For a pane that is not there yet: where there is room for one only, showing brings it up.
  const [aimed, set_aimed] = useState<number>();
  const in_original = useCallback(
    (start: number) => {
      const from = original_span(part.pieces, { start, end: start + 1 });
      if (from) original.current?.reveal(from.start);
    },
    [part],
  );
  const at = useCallback(
    (start: number) => {
      set_aimed(start);
      clean.current?.reveal(start);
      in_original(start);
    },
    [in_original],
  );
  const proposal = (number: number) => {
    const found = proposals.find((one) => one.number === number);
    if (found) at(found.span.start);
  };
  return { clean, original, in_original, at, proposal, aimed };
}

/** Shows what the address points at, once. */
function useAim(review: Review, reveal: ReturnType<typeof useReveal>): void {
  const [search] = useSearchParams();
  const start = search.get("start");
  const first = useRef(() => {
    if (start !== null) reveal.at(Number(start));
    else if (review.active !== undefined) reveal.proposal(review.active);
  });
  useEffect(() => first.current(), []);
}

function useDeskKeys(review: Review, work: ReturnType<typeof useCardActs>, on: boolean): void {
  const { acts } = work;
  const current = review.shown.find((one) => one.number === review.active);
  const open = current?.state === "proposed" && !work.pending ? current : undefined;
  const step = (by: 1 | -1) => {
    const next = neighbour(review, by);
    if (next) acts.locate(next.number);
  };
  useCommands(
    {
      j: () => step(1),
      k: () => step(-1),
      a: () => open && acts.confirm(open.number),
      r: () => open && acts.choose(open.number, "reject"),
      e: () => open && acts.choose(open.number, "edit"),
      s: () => open && acts.choose(open.number, "split"),
      m: () => open && acts.merge(open.number),
      u: () => !work.pending && work.undo(),
      x: () => open && acts.tick(open.number, !review.ticked.has(open.number)),
      Enter: () => current && acts.locate(current.number),
      Escape: () => current && acts.choose(current.number),
    },
    on,
  );
}

function useTexts(document: Document, part: Part, proposals: readonly Proposal[]) {
  const words = useWords();
  const original = useMemo(() => new Characters(document.original), [document.original]);
  const text = useMemo(
    () => clean_text(part, original, proposals),
    [part, original, proposals],
  );
  const draw = useMemo(() => {
    const states = new Map(document.candidates.map((one) => [one.number, one.state]));
    return draw_marked(states, words);
  }, [document.candidates, words]);
  return { original, text, draw };
}

interface DeskOptions {
  document: Document;
  /** Whose drafts these are. */
  login: string;
  keys_on: boolean;
  /** Called when a place in the text is to be seen. */
  on_show: () => void;
}

/** The document has at least one part. */
export function useDesk({ document, login, keys_on, on_show }: DeskOptions) {
  const review = useReview(document, login);
  const part = document.parts[review.part];
  if (!part) throw new Error(`document ${document.summary.id} has no part ${review.part}`);
  const proposals = useProposals(review);
  const texts = useTexts(document, part, proposals);
  const reveal = useReveal(part, proposals);
  const show = (start: number) => {
    on_show();
    reveal.at(start);
  };
  const work = useCardActs(review, reveal.proposal, on_show);
  useDeskKeys(review, work, keys_on);
  useAim(review, reveal);
  const pick = (character: number) => {
    const size = (one: Proposal) => one.span.end - one.span.start;
    const inner = proposals
      .filter(({ span }) => span.start <= character && character < span.end)
      .sort((a, b) => size(a) - size(b))[0];
    if (inner && review.mode !== "edit") review.choose(inner.number);
    reveal.in_original(character);
  };
  return { review, part, proposals, reveal, show, work, pick, ...texts };
}

export type Desk = ReturnType<typeof useDesk>;
