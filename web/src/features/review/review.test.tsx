import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, test } from "vitest";
import type { Decisions, Document, Recut } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { Characters } from "@/parts/text/characters";
import {
  forever, refusal, serve, session_of, show, type Asked, type Routes as Answers,
} from "../../../tests/desk";
import { document as sample } from "../../../tests/things";
import { Office } from "../../../mock/office";
import { bare, change_of, page_of } from "../../../mock/pages-of-candidates";
import { marks_in, middle_mark } from "./cuts";
import ReviewPage from "./review-page";
import { clean_text, folded_lines, original_span, original_text } from "./texts";

const words = zh_cn.review;

/** The two answers that a page opens a document with. */
function answers_of(document: () => Document): Answers {
  const etag = () => `"${document().version}"`;
  return {
    "GET /documents/d1": () => ({ body: structuredClone(bare(document())), etag: etag() }),
    "GET /documents/d1/candidates": ({ query }) => ({
      body: structuredClone(page_of(document(), query)), etag: etag(),
    }),
  };
}

/** A server whose decisions really change its document, and which answers with the changes. */
function office_routes(held: Document): Answers {
  const office = new Office([held]);
  const reply = (after: () => Document) => {
    const before = structuredClone(office.document("d1").candidates);
    const document = after();
    return {
      body: structuredClone(change_of(before, document)), etag: `"${document.version}"`,
    };
  };
  return {
    ...answers_of(() => office.document("d1")),
    "POST /documents/d1/decisions": ({ body, headers }) =>
      reply(() => office.decide("d1", headers["if-match"], body as Decisions)),
    "POST /documents/d1/recuts": ({ body, headers }) =>
      reply(() => office.recut("d1", headers["if-match"], body as Recut)),
  };
}

function open(answers: Answers, search = ""): Asked[] {
  const session = { body: session_of("see_documents", "confirm_tasks") };
  const asked = serve({ "GET /session": session, ...answers });
  show(
    <Routes>
      <Route path="/documents/:id" element={<ReviewPage />} />
    </Routes>,
    `/documents/d1${search}`,
  );
  return asked;
}
const card = (number: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-card="${number}"]`);
  if (!found) throw new Error(`no card ${number}`);
  return found;
};
const pane = (name: string): HTMLElement => screen.getByLabelText(name, { selector: "[tabindex]" });
const reject_button = (number: number): HTMLElement => {
  const found = card(number).querySelector<HTMLElement>('button[type="submit"]');
  if (!found) throw new Error("no form");
  return found;
};
const ready = () => waitFor(() => card(1));
const decisions = (asked: Asked[]) =>
  asked.filter((one) => one.path.endsWith("/decisions")).map((one) => one.body);
const active = () => document.querySelector(".card-active")?.getAttribute("data-card");

test("loading", async () => {
  open({ "GET /documents/d1": forever });
  expect(await screen.findByRole("status", { name: zh_cn.failure.loading })).toBeTruthy();
});

test("refused", async () => {
  open({ "GET /documents/d1": refusal(404, "E-DOC-001") });
  expect((await screen.findByRole("alert")).textContent).toContain("E-DOC-001");
});

test("empty: a document without proposals says so", async () => {
  open(answers_of(() => ({ ...sample(), candidates: [] })));
  expect(await screen.findByText(words.no_candidates)).toBeTruthy();
});

test("both texts, the marks, the repairs with counts and the warnings are there", async () => {
  open(office_routes(sample()));
  await ready();
  const clean = pane(words.clean);
  const original = pane(words.original);
  expect(clean.textContent).toContain("副局长陶\ufffd宁");
  expect(clean.querySelector(".m-lost")?.getAttribute("title")).toContain(words.lost);
  expect(clean.querySelector(".m-replaced[title]")?.getAttribute("title")).toMatch(/^原文为/);
  expect(clean.querySelector('mark[data-number="1"]')?.textContent).toContain("各县区民政局");
  expect(original.textContent).toContain("</h1>");
  expect(original.querySelector(".m-fold")?.textContent).toMatch(/^已删除 \d+ 字/);
  expect(screen.getByText("去除网页标记").parentElement?.textContent).toContain("14");
  expect(screen.getByText("副局长姓名有 1 个字已无法恢复")).toBeTruthy();
});

test("a folded stretch opens to show what was removed", async () => {
  open(office_routes(sample()));
  await ready();
  const original = pane(words.original);
  expect(original.textContent).not.toContain("政务公开");
  const fold = original.querySelector(".m-fold");
  if (!fold) throw new Error("nothing is folded");
  fireEvent.click(fold);
  await waitFor(() => expect(original.textContent).toContain("政务公开"));
  const removed = Array.from(original.querySelectorAll("del"), (one) => one.textContent).join("");
  expect(removed).toContain("政务公开");
});

test("by keyboard: next, confirm, reject with a reason, tick", async () => {
  const asked = open(office_routes(sample()));
  await ready();
  await userEvent.keyboard("j");
  expect(active()).toBe("1");
  await userEvent.keyboard("jk");
  expect(active()).toBe("1");
  await userEvent.keyboard("a");
  await waitFor(() => expect(within(card(1)).getByText(words.states.confirmed)).toBeTruthy());
  expect(decisions(asked)[0]).toEqual({ confirm: [{ number: 1 }], reject: [] });
  expect(active()).toBe("2");
  await userEvent.keyboard("r");
  await userEvent.keyboard("只是号召");
  fireEvent.click(reject_button(2));
  await waitFor(() => expect(within(card(2)).getByText(words.states.rejected)).toBeTruthy());
  expect(decisions(asked)[1]).toEqual({
    confirm: [], reject: [{ number: 2, reason: "只是号召" }],
  });
  const seen = asked.filter((one) => one.path.endsWith("/decisions"));
  expect(seen.map((one) => one.headers["if-match"])).toEqual(['"1"', '"2"']);
  await userEvent.keyboard("x");
  expect(within(card(3)).getByRole<HTMLInputElement>("checkbox").checked).toBe(true);
});

test("a rejection without a reason is not sent", async () => {
  const asked = open(office_routes(sample()));
  await ready();
  fireEvent.click(within(card(1)).getByText(words.reject));
  fireEvent.click(reject_button(1));
  expect(await screen.findByText(words.reject_missing)).toBeTruthy();
  expect(decisions(asked)).toEqual([]);
});

test("many are confirmed at once, and the rest is one part further on", async () => {
  const asked = open(office_routes(sample()));
  await ready();
  fireEvent.click(screen.getByText(words.select_all));
  fireEvent.click(screen.getByText(words.confirm_selected(7)));
  await waitFor(() => expect(within(card(7)).getByText(words.states.confirmed)).toBeTruthy());
  const [sent] = decisions(asked) as Decisions[];
  expect(sent?.confirm.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(screen.queryByText(words.all_decided)).toBeNull();
  fireEvent.click(screen.getByText(/关于做好清明节/, { selector: "nav span" }));
  await waitFor(() => card(8));
  expect(screen.getByText(words.progress(7, 9))).toBeTruthy();
});

test("an edited span and date are kept until confirmed, and sent", async () => {
  const asked = open(office_routes(sample()));
  await ready();
  fireEvent.click(within(card(2)).getByText(words.edit));
  const before = sample().candidates[1]?.span;
  if (!before) throw new Error("no second candidate");
  fireEvent.click(screen.getByLabelText(`${words.edit_start} ${words.later}`));
  fireEvent.click(screen.getByLabelText(`${words.edit_end} ${words.earlier}`));
  expect(within(card(2)).getByText("建设120个村级邻里互助")).toBeTruthy();
  expect(sessionStorage.getItem("anmin.draft.director.review.d1")).toContain("span");
  fireEvent.click(screen.getByText(words.confirm_edited));
  await waitFor(() => expect(decisions(asked).length).toBe(1));
  expect(decisions(asked)[0]).toEqual({
    confirm: [{ number: 2, span: { start: before.start + 1, end: before.end - 1 } }], reject: [],
  });
});

test("clicking a stretch picks its proposal in the list", async () => {
  open(office_routes(sample()));
  await ready();
  const mark = pane(words.clean).querySelector('mark[data-number="5"]');
  if (!mark) throw new Error("no fifth stretch");
  fireEvent.click(mark);
  expect(active()).toBe("5");
});

test("the address opens on the task it names", async () => {
  const held = sample();
  Object.assign(held.candidates[7] ?? {}, { state: "confirmed", task: "t42" });
  open(office_routes(held), "?task=t42");
  await waitFor(() => card(8));
  expect(active()).toBe("8");
  expect(within(card(8)).getByText(words.open_task).getAttribute("href")).toBe("/ledger/t42");
});

test("when somebody else decided meanwhile: said, and loaded again", async () => {
  const held = sample();
  open({
    ...office_routes(held),
    "POST /documents/d1/decisions": () => {
      held.version += 1;
      Object.assign(held.candidates[0] ?? {}, { state: "rejected", rejection: "重复" });
      return refusal(412, "E-STORE-412");
    },
  });
  await ready();
  fireEvent.click(within(card(1)).getByText(words.accept));
  expect(await screen.findByText(words.changed)).toBeTruthy();
  expect(await screen.findByText(words.rejected_because("重复"))).toBeTruthy();
});

describe("the way between the texts", () => {
  const held = sample();
  const part = held.parts[0];
  if (!part) throw new Error("no part");
  const original = new Characters(held.original);

  test("a stretch of clean text is found in the original", () => {
    const clean = new Characters(part.clean_text);
    held.candidates
      .filter((one) => one.part === 0)
      .forEach((one) => {
        const found = original_span(part.pieces, one.span);
        if (!found) throw new Error(`${one.number} has no place`);
        const there = original.slice(found.start, found.end).replace("査", "查");
        expect(there).toBe(clean.slice(one.span.start, one.span.end));
      });
  });

  test("what was inserted has a place and no letters; what is outside has none", () => {
    const pieces = [
      { clean: { start: 0, end: 2 }, original: { start: 3, end: 5 }, origin: "same" as const },
      { clean: { start: 2, end: 3 }, original: { start: 5, end: 5 }, origin: "inserted" as const },
    ];
    expect(original_span(pieces, { start: 2, end: 3 })).toEqual({ start: 5, end: 5 });
    expect(original_span(pieces, { start: 1, end: 2 })).toEqual({ start: 4, end: 5 });
    expect(original_span(pieces, { start: 7, end: 8 })).toBeUndefined();
  });

  test("both texts are drawn whole", () => {
    const proposals = held.candidates.filter((one) => one.part === 0);
    const clean = clean_text(part, original, proposals);
    const all = clean.blocks.flatMap((block) => block.lines.flatMap((line) => line.segments));
    expect(all.map((one) => one.text).join("")).toBe(part.clean_text);
    const { lines, removed } = original_text(held, original, part, proposals);
    const drawn = lines.flatMap((line) => line.segments.map((one) => one.text));
    expect(drawn.join("")).toBe(held.original);
    const folded = folded_lines(lines, removed).flatMap((line) => line.segments);
    const shown = folded.filter((one) => one.marks.some((mark) => mark.kind === "fold"));
    expect(shown.map(({ start, end }) => ({ start, end }))).toEqual(removed);
    const rest = folded.filter((one) => !shown.includes(one));
    const kept = rest.reduce((sum, one) => sum + one.end - one.start, 0);
    const gone = removed.reduce((sum, one) => sum + one.end - one.start, 0);
    expect(kept + gone).toBe(original.length);
  });
});

describe("cutting drafted tasks differently", () => {
  const recuts = (asked: Asked[]) =>
    asked.filter((one) => one.path.endsWith("/recuts")).map((one) => one.body);
  const numbers = () =>
    Array.from(document.querySelectorAll("[data-card]"), (one) => one.getAttribute("data-card"));

  test("a task is split by keys alone, and the split is taken back", async () => {
    const asked = open(office_routes(sample()));
    await ready();
    const before = numbers();
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.body, { key: "s" });
    const slider = within(card(1)).getByRole("slider");
    const at = Number(slider.getAttribute("value"));
    fireEvent.change(slider, { target: { value: String(at + 1) } });
    fireEvent.keyDown(slider, { key: "Enter" });
    await waitFor(() => expect(numbers().length).toBe(before.length + 1));
    const { start } = sample().candidates[0]?.span ?? { start: 0 };
    expect(recuts(asked)).toEqual([{ split: { number: 1, at: start + at + 1 } }]);
    fireEvent.keyDown(document.body, { key: "u" });
    await waitFor(() => expect(numbers()).toEqual(before));
  });

  test("a task is merged with the next one, and the merge is taken back", async () => {
    const asked = open(office_routes(sample()));
    await ready();
    const before = numbers().length;
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.body, { key: "m" });
    await waitFor(() => expect(numbers().length).toBe(before - 1));
    expect(recuts(asked)).toEqual([{ merge: { number: 1, with: 2 } }]);
    fireEvent.keyDown(document.body, { key: "u" });
    await waitFor(() => expect(numbers().length).toBe(before));
  });

  test("a rejection is taken back by its button", async () => {
    const asked = open(office_routes(sample()));
    await ready();
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.body, { key: "r" });
    const form = within(card(1));
    fireEvent.change(form.getByRole("textbox"), { target: { value: "重复" } });
    fireEvent.click(reject_button(1));
    await waitFor(() => expect(card(1).className).toContain("card-rejected"));
    fireEvent.click(within(card(1)).getByRole("button", { name: words.reopen }));
    await waitFor(() => expect(card(1).className).toContain("card-proposed"));
    expect(decisions(asked).at(-1)).toEqual({ confirm: [], reject: [], reopen: [{ number: 1 }] });
  });

  test("the cut stands at the mark nearest to the middle", () => {
    expect(marks_in(Array.from("甲乙，丙丁；"))).toEqual([3]);
    expect(middle_mark(Array.from("甲，乙丙丁戊，己庚辛"))).toBe(7);
    expect(middle_mark(Array.from("甲乙丙丁"))).toBe(2);
  });
});
