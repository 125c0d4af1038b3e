import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import type { ConveyanceCase } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { refusal, serve, session_of, show } from "../../../tests/desk";
import { conveyance, conveyance_year, row } from "../../../tests/things";
import ConveyancePage from "./conveyance-page";
import ConveyancesPage from "./conveyances-page";
import SourcesPage from "./sources-page";

const words = zh_cn.conveyances;
const page = (
  <Routes>
    <Route path="conveyances/:id" element={<ConveyancePage />} />
  </Routes>
);
function matter(part: Partial<ConveyanceCase> = {}): ConveyanceCase {
  return {
    row: conveyance(), meetings: [], proposed_by: "", decided_at: "", measures: [], orders: [],
    hidden: 0, steps: [], open: [], ...part,
  };
}
const conveyed = {
  row: conveyance({
    state: "decided", conveyed_on: "2025-03-09", timeliness: "in_time", measure_count: 2,
    settled: 1, tasks: 1, version: 5,
    reach: { branches: 1, branches_reached: 1, branches_whole: 0, persons: 10, persons_reached: 9 },
  }),
  meetings: [{ id: "m1", name: "党组会议", held_on: "2025-03-09" }],
  measures: [
    { number: 1, text: "开展排查", unit: "养老科", exempt: "", tasks: ["t1"] },
    { number: 2, text: "组织学习", unit: "综合科", exempt: "", tasks: [] },
  ],
  orders: [row({ id: "t1", text: "排查任务" })],
};
const session = { body: session_of("see_tasks", "receive_document", "see_documents") };

test("the pool says how each matter stands, and every figure opens its rows", async () => {
  serve({
    "GET /session": session,
    "GET /conveyance-figures": { body: conveyance_year },
    "GET /conveyances": {
      body: { items: [conveyance({ timeliness: "late", days: 12 })], next: "" },
    },
  });
  show(<ConveyancesPage />);
  expect(await screen.findByText(words.timeliness.late(12, false))).toBeTruthy();
  const late = await screen.findByRole("link", { name: words.average_days("7.5") });
  expect(late.getAttribute("href")).toBe("/conveyances?figure=conveyed&year=2025");
  expect(screen.getByText(words.reach_of(19, 20))).toBeTruthy();
  expect(screen.getByRole("link", { name: "重要讲话精神" }).getAttribute("href"))
    .toBe("/conveyances/c1");
});

test("an empty list and a refused one are told apart", async () => {
  serve({
    "GET /session": { body: session_of("see_tasks") },
    "GET /conveyance-figures": { body: conveyance_year },
    "GET /conveyances": { body: { items: [], next: "" } },
  });
  show(<ConveyancesPage />);
  expect(await screen.findByText(words.none)).toBeTruthy();
  expect(screen.queryByRole("button", { name: words.add })).toBeNull();
  serve({ "GET /conveyances/c1": refusal(404, "E-SRC-021") });
  show(page, "/conveyances/c1");
  expect((await screen.findByRole("alert")).textContent).toContain("E-SRC-021");
});

test("a matter is entered", async () => {
  const asked = serve({
    "GET /session": session,
    "GET /conveyance-figures": { body: conveyance_year },
    "GET /conveyances": { body: { items: [], next: "" } },
    "POST /conveyances": { status: 201, body: matter() },
  });
  show(<ConveyancesPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: words.add }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByLabelText(words.title), "讲话");
  await user.type(dialog.getByLabelText(words.from), "民政部");
  await user.type(dialog.getByLabelText(words.received_on), "2025-03-01");
  await user.click(dialog.getByLabelText(words.first_topic));
  await user.click(dialog.getByRole("button", { name: zh_cn.sources.save }));
  await screen.findByText(zh_cn.sources.saved);
  expect(asked.find((one) => one.method === "POST")?.body).toMatchObject({
    title: "讲话", from: "民政部", received_on: "2025-03-01", first_topic: "yes",
  });
});

test("its course is shown, and the next step is the one that its state asks for", async () => {
  const asked = serve({
    "GET /session": session,
    "GET /tasks": { body: { items: [row({ id: "t2", text: "学习任务" })], next: "", total: 1 } },
    "GET /conveyances/c1": {
      body: matter({ ...conveyed, open: ["convey", "decide", "answer", "exempt"] }), etag: '"5"',
    },
    "POST /conveyances/c1/exemptions": { body: matter(conveyed), etag: '"6"' },
  });
  show(page, "/conveyances/c1");
  expect(await screen.findByRole("button", { name: words.step.answer })).toBeTruthy();
  expect(screen.getByText(words.timeliness.in_time(8))).toBeTruthy();
  expect(screen.getByText(words.reach_of(9, 10))).toBeTruthy();
  expect(screen.getByRole("link", { name: "排查任务" })).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByText(words.step.exempt));
  await user.click(screen.getByRole("button", { name: words.step.exempt }));
  expect(await screen.findByText(words.text_missing)).toBeTruthy();
  await user.type(screen.getByLabelText(words.exempt_reason), "会上已办");
  await user.click(screen.getByRole("button", { name: words.step.exempt }));
  await screen.findByText(`${words.step.exempt} · ${words.step_done}`);
  const sent = asked.find((one) => one.method === "POST");
  expect(sent?.body).toEqual({ measure: 2, text: "会上已办" });
  expect(sent?.headers["if-match"]).toBe('"5"');
});

test("a refused step keeps what was typed", async () => {
  serve({
    "GET /session": session,
    "GET /conveyances/c1": {
      body: matter({ ...conveyed, open: ["look_back"] }), etag: '"5"',
    },
    "POST /conveyances/c1/look-backs": refusal(409, "E-SRC-031"),
  });
  show(page, "/conveyances/c1");
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText(words.look_back_text), "抽查三个支部");
  await user.click(screen.getByRole("button", { name: words.step.look_back }));
  expect((await screen.findByRole("alert")).textContent).toContain("E-SRC-031");
  expect((screen.getByLabelText(words.look_back_text) as HTMLTextAreaElement).value)
    .toBe("抽查三个支部");
});

test("a meeting takes its agenda from the pool", async () => {
  const asked = serve({
    "GET /session": session,
    "GET /sources": { body: { items: [], next: "" } },
    "GET /conveyance-figures": { body: conveyance_year },
    "GET /conveyances": { body: { items: [conveyance()], next: "" } },
    "POST /meetings": { status: 201, body: {} },
  });
  show(<SourcesPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: zh_cn.sources.add_meeting }));
  await user.type(screen.getByLabelText(zh_cn.sources.name), "党组会议");
  await user.type(screen.getByLabelText(zh_cn.sources.held_on), "2025-03-09");
  await user.type(screen.getByLabelText(zh_cn.sources.chair), "书记");
  await user.click(await screen.findByLabelText(`重要讲话精神 · ${words.first}`));
  await user.type(screen.getByLabelText(zh_cn.conveyances.other_agenda), "部署");
  await user.click(screen.getByRole("button", { name: zh_cn.sources.save }));
  await screen.findByText(zh_cn.sources.saved);
  expect(asked.find((one) => one.method === "POST")?.body).toMatchObject({
    agenda: [
      { title: "重要讲话精神", first_topic: "yes", conveyance: "c1" },
      { title: "部署", first_topic: "no" },
    ],
  });
});
