import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import { refusal, serve, session_of, show } from "../../../tests/desk";
import { conveyance_year, row } from "../../../tests/things";
import SourcePage from "./source-page";
import SourcesPage from "./sources-page";

const words = zh_cn.sources;
const entry = {
  kind: "meeting", id: "m1", title: "机关干部会议", detail: "局长", on: "2025-03-09",
  division: "330102", orders: 3,
};
const source = {
  entry, instruction: null, meetings: [], hidden: 2, may_record: true,
  meeting: {
    held_on: "2025-03-09", chair: "局长", form: "", conveyors: [], issuer: "民政局",
    agenda: [{ title: "传达学习", first_topic: true, document: "d1", conveyance: null }],
    branches: [{
      number: 1, name: "机关支部", division: "330102", venue: "主会场", expected: 10, present: 8,
      made_up: 1,
    }],
  },
  attendance: [
    { branch: 1, made_up: false, people: 8, note: "", officer: "沈一", on: "2025-03-09" },
  ],
  reach: { branches: 1, branches_reached: 1, branches_whole: 0, persons: 10, persons_reached: 9 },
  orders: [row({ id: "t1", text: "落实事项" })],
};
const page = (
  <Routes>
    <Route path="sources/:kind/:id" element={<SourcePage />} />
  </Routes>
);

test("the register is empty, and says what to do", async () => {
  serve({
    "GET /session": { body: session_of("see_documents") },
    "GET /sources": { body: { items: [], next: "" } },
  });
  show(<SourcesPage />);
  expect(await screen.findByText(words.none)).toBeTruthy();
  expect(screen.queryByRole("button", { name: words.add_meeting })).toBeNull();
});

test("a meeting shows its reach with the records behind it, and its orders", async () => {
  serve({ "GET /sources/meeting/m1": { body: source } });
  show(page, "/sources/meeting/m1");
  expect(await screen.findByText(words.reach_persons(9, 10))).toBeTruthy();
  expect(screen.getByText(words.record("机关支部", false, 8, "沈一", "2025-03-09"))).toBeTruthy();
  expect(screen.getByRole("link", { name: "落实事项" }).getAttribute("href")).toBe("/ledger/t1");
  expect(screen.getByText(words.hidden(2))).toBeTruthy();
  expect(screen.getByText(words.first)).toBeTruthy();
});

test("an unknown source is refused, not empty", async () => {
  serve({ "GET /sources/meeting/m1": refusal(404, "E-SRC-020") });
  show(page, "/sources/meeting/m1");
  expect((await screen.findByRole("alert")).textContent).toContain("E-SRC-020");
});

test("a meeting is recorded with its agenda and branches, line by line", async () => {
  const asked = serve({
    "GET /session": { body: session_of("see_documents", "receive_document") },
    "GET /sources": { body: { items: [entry], next: "" } },
    "GET /conveyances": { body: { items: [], next: "" } },
    "GET /conveyance-figures": { body: conveyance_year },
    "POST /meetings": { status: 201, body: source },
  });
  show(<SourcesPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: words.add_meeting }));
  await user.type(screen.getByLabelText(words.name), "调度会");
  await user.type(screen.getByLabelText(words.held_on), "2025-03-09");
  await user.type(screen.getByLabelText(words.chair), "局长");
  await user.type(screen.getByLabelText(words.agenda), "学习\n部署");
  await user.click(screen.getByLabelText(words.first_topic));
  await user.type(screen.getByLabelText(words.branches), "一支部，330102，12，主会场");
  await user.click(screen.getByRole("button", { name: words.save }));
  await screen.findByText(words.saved);
  const sent = asked.find((one) => one.method === "POST");
  expect(sent?.body).toMatchObject({
    name: "调度会",
    agenda: [{ title: "学习", first_topic: "yes" }, { title: "部署", first_topic: "no" }],
    branches: [{ name: "一支部", division: "330102", expected: 12, venue: "主会场" }],
  });
});
