// A document with its proposals, of which there may be thousands: the texts come once, the
// proposals a page at a time, and after a command only what it changed.
import { queryOptions, type QueryKey } from "@tanstack/react-query";
import { call, type Answer } from "./call";
import type { Candidate, CandidatePage, Document, DocumentAnswer } from "./shapes";

type Opened = Answer<Document>;

const page_size = 500;
/** Somebody decides while the pages are read: they are read again, this often. */
const most_tries = 4;

/** As they stand in the text; their numbers are names. */
const in_text = (one: Candidate, other: Candidate): number =>
  one.part - other.part || one.span.start - other.span.start || one.number - other.number;

async function page_after(id: string, after: string, signal: AbortSignal) {
  const query = { after, limit: page_size };
  return (await call("listCandidates", { signal, path: { id }, query })).data;
}

async function rest_of(
  id: string, first: CandidatePage, signal: AbortSignal,
): Promise<Candidate[] | undefined> {
  const found = [...first.items];
  for (let next = first.next; next !== ""; ) {
    const page = await page_after(id, next, signal);
    if (page.version !== first.version) return undefined;
    found.push(...page.items);
    next = page.next;
  }
  return found.sort(in_text);
}

async function open_document(
  id: string, known: Opened | undefined, signal: AbortSignal,
): Promise<Opened> {
  // The texts never change: what is known of them is kept.
  const reading = known ?? call("getDocument", { signal, path: { id }, query: { bare: true } });
  for (let tries = 0; tries < most_tries; ++tries) {
    const [first, texts] = await Promise.all([page_after(id, "", signal), reading]);
    if (known && known.data.version === first.version) return known;
    const candidates = await rest_of(id, first, signal);
    if (!candidates) continue;
    const { summary, version } = first;
    return { data: { ...texts.data, summary, version, candidates }, etag: `"${version}"` };
  }
  // A document under so many hands: all of it in one answer.
  return call("getDocument", { signal, path: { id } });
}

export const document_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "document", id],
    queryFn: ({ signal, client, queryKey }) =>
      open_document(id, client.getQueryData<Opened>(queryKey as QueryKey), signal),
  });

/** The document after a command that answered with all of it or with the changes alone. */
export function changed_by(
  before: Opened | undefined, { data, etag }: Answer<DocumentAnswer>,
): Opened | undefined {
  if ("candidates" in data) return { data, etag };
  if (!before) return undefined;
  const { summary, version, changed, gone } = data;
  const touched = new Set([...gone, ...changed.map((one) => one.number)]);
  const candidates = before.data.candidates
    .filter((one) => !touched.has(one.number))
    .concat(changed)
    .sort(in_text);
  return { data: { ...before.data, summary, version, candidates }, etag };
}
