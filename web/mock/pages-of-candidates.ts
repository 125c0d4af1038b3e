// How the server gives a document's proposals: a page at a time, and what a command changed.
import type { Candidate, CandidatePage, Document, DocumentChange } from "../src/api/shapes";

export const bare = (document: Document): Document => ({ ...document, candidates: [] });

export function page_of({ summary, version, candidates }: Document, query: URLSearchParams)
: CandidatePage {
  const after = Number(query.get("after") ?? 0);
  const rest = [...candidates]
    .sort((one, other) => one.number - other.number)
    .filter((one) => one.number > after);
  const items = rest.slice(0, Number(query.get("limit") ?? 50));
  const next = items.length < rest.length ? String(items.at(-1)?.number) : "";
  return { summary, version, items, next };
}

const texts_of = (candidates: readonly Candidate[]): Map<number, string> =>
  new Map(candidates.map((one) => [one.number, JSON.stringify(one)]));

/** `before`: its proposals as they were. */
export function change_of(before: readonly Candidate[], after: Document): DocumentChange {
  const known = texts_of(before);
  const left = texts_of(after.candidates);
  return {
    summary: after.summary,
    version: after.version,
    changed: after.candidates.filter((one) => known.get(one.number) !== left.get(one.number)),
    gone: [...known.keys()].filter((number) => !left.has(number)),
  };
}
