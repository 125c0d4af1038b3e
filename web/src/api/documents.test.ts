import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { bare, change_of, page_of } from "../../mock/pages-of-candidates";
import { serve, type Asked } from "../../tests/desk";
import { document as sample } from "../../tests/things";
import { changed_by, document_query } from "./documents";
import type { Document } from "./shapes";

/** A document with so many proposals, each a character long. */
function long(count: number): Document {
  const held = sample();
  const [pattern] = held.candidates;
  if (!pattern) throw new Error("no proposal");
  held.candidates = Array.from({ length: count }, (_, at) => ({
    ...pattern, number: count - at, span: { start: at, end: at + 1 }, state: "proposed" as const,
  }));
  return held;
}

function answer(held: Document, before_page: (asked: Asked) => void = () => undefined): Asked[] {
  return serve({
    "GET /documents/d1": ({ query }) => ({
      body: query.get("bare") ? bare(held) : held, etag: `"${held.version}"`,
    }),
    "GET /documents/d1/candidates": (asked) => {
      before_page(asked);
      return { body: structuredClone(page_of(held, asked.query)), etag: `"${held.version}"` };
    },
  });
}

const read = (client: QueryClient) => client.fetchQuery({ ...document_query("d1"), staleTime: 0 });
const numbers = (document: Document) => document.candidates.map((one) => one.number);

test("thousands of proposals come by pages and stand in the order of the text", async () => {
  const held = long(1700);
  const asked = answer(held);
  const { data, etag } = await read(new QueryClient());
  expect(numbers(data)).toEqual(numbers(held));
  expect(etag).toBe(`"${held.version}"`);
  expect(asked.filter((one) => one.path.endsWith("/candidates"))).toHaveLength(4);
});

test("when nothing changed, nothing is read again but one page", async () => {
  const held = long(1200);
  const client = new QueryClient();
  const asked = answer(held);
  const first = await read(client);
  const before = asked.length;
  expect(await read(client)).toBe(first);
  expect(asked.slice(before).map((one) => one.path)).toEqual(["/documents/d1/candidates"]);
});

test("what others decided is read again, the texts are not", async () => {
  const held = long(600);
  const client = new QueryClient();
  const asked = answer(held);
  await read(client);
  const before = asked.length;
  held.version += 1;
  held.candidates = held.candidates.map((one) => ({ ...one, state: "rejected" as const }));
  const { data } = await read(client);
  expect(data.candidates.every((one) => one.state === "rejected")).toBe(true);
  expect(data.original).toBe(held.original);
  expect(asked.slice(before).map((one) => one.path)).not.toContain("/documents/d1");
});

test("pages of two versions are never put together", async () => {
  const held = long(1100);
  let pages = 0;
  answer(held, () => {
    pages += 1;
    if (pages !== 2) return;
    held.version += 1;
    held.candidates = held.candidates.filter((one) => one.number !== 1);
  });
  const { data } = await read(new QueryClient());
  expect(numbers(data)).not.toContain(1);
  expect(data.candidates).toHaveLength(1099);
});

test("under too many hands the document comes whole", async () => {
  const held = long(600);
  const asked = answer(held, () => {
    held.version += 1;
  });
  const { data } = await read(new QueryClient());
  expect(data.candidates).toHaveLength(600);
  expect(asked.at(-1)?.query.get("bare")).toBeNull();
});

test("an answer of changes is put into its place, a whole document replaces", () => {
  const held = long(5);
  const before = { data: structuredClone(held), etag: '"1"' };
  const made = held.candidates
    .filter((one) => one.number === 3)
    .map((one) => ({ ...one, number: 9 }));
  held.candidates = held.candidates.filter((one) => one.number !== 3).concat(...made);
  held.version += 1;
  const change = change_of(before.data.candidates, held);
  expect(change.gone).toEqual([3]);
  expect(change.changed).toEqual(made);
  const after = changed_by(before, { data: change, etag: '"2"' });
  expect(after && numbers(after.data)).toEqual([5, 4, 9, 2, 1]);
  expect(after?.etag).toBe('"2"');
  expect(changed_by(undefined, { data: change, etag: '"2"' })).toBeUndefined();
  expect(changed_by(before, { data: held, etag: '"2"' })?.data).toBe(held);
});
