// The last step of a review that can be taken back: a rejection, a split, a merge.
import { useState } from "react";
import type { Document, Recut } from "@/api/shapes";

export type Undo =
  | { kind: "reject"; numbers: readonly number[] }
  | { kind: "recut"; body: Recut };

/** What takes `body` back, once it was done. `before` is the document as it was. */
export function undo_of(body: Recut, before: Document, after: Document): Undo | undefined {
  if (body.split) {
    const known = new Set(before.candidates.map((one) => one.number));
    const fresh = after.candidates.find((one) => !known.has(one.number));
    if (!fresh) return undefined;
    return { kind: "recut", body: { merge: { number: body.split.number, with: fresh.number } } };
  }
  if (!body.merge) return undefined;
  const { number, with: other } = body.merge;
  const spans = before.candidates
    .filter((one) => one.number === number || one.number === other)
    .sort((a, b) => a.span.start - b.span.start);
  const [first, second] = spans;
  if (!first || !second) return undefined;
  return {
    kind: "recut",
    body: { split: { number: first.number, at: second.span.start } },
  };
}

export function useUndo() {
  const [undo, set_undo] = useState<Undo>();
  return { undo, set_undo };
}
