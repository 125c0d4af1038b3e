import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import type { ProblemCase, ProblemList, ProblemRow } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { serve, session_of, show, type Routes as Answers } from "../../../tests/desk";
import { take_uploads } from "../../../tests/uploads";
import ListPage from "./list-page";
import ProblemPage from "./problem-page";
import ProblemsPage from "./problems-page";

const words = zh_cn.problems;

const row = (part: Partial<ProblemRow> = {}): ProblemRow => ({
  id: "q1", version: 1, state: "raised", light: "undated", text: "办事跑多趟", source: "来信",
  issuer: "县民政局", remarks: 1, list: null, number: 0, focused: false, branch: null, owner: null,
  due: null, closed_on: null, look_back_on: null, reopened: 0, was_late: false, to_resume: false,
  ...part,
});
const remark = {
  id: "r1", kind: "problem" as const, text: "要跑三趟", said_by: "老人", place: "社区", mission: "m1",
  group: 1, on: "2025-03-01", problem: "q1", told: null,
};
const problem = (open: ProblemCase["open"], part: Partial<ProblemCase> = {}): ProblemCase => ({
  row: row(), list_name: "", measure: "", cause: "", supervision: "", target: "", judgement: null,
  merged_into: null, absorbed: [], extension: null, past_dues: [],
  runs_from: null, suspension: null,
  words: { natures: ["政策执行"], difficulties: ["易改"], told_ways: ["电话"] }, stages: [],
  raw: [remark], steps: [], open, ...part,
});
const list = (part: Partial<ProblemList> = {}): ProblemList => ({
  id: "l1", name: "突出问题清单", scheme: "1+3", source: "走访", declared: null,
  opened_on: "2025-03-01", listed: 2, focused: 0, started: 1, struck_off: 1, long_term: 0, ended: 0,
  late: 1, suspended: 2, version: 3, frozen_from: null, closed_on: null, open: [], ...part,
});

function visit(answers: Answers, address = "/problems/q1") {
  const asked = serve({
    "GET /session": { body: session_of("see_tasks", "manage_problems") }, ...answers,
  });
  show(
    <Routes>
      <Route path="/problems" element={<ProblemsPage />} />
      <Route path="/problems/lists/:id" element={<ListPage />} />
      <Route path="/problems/:id" element={<ProblemPage />} />
    </Routes>,
    address,
  );
  return asked;
}
const sent = (asked: ReturnType<typeof visit>) => asked.find((one) => one.method === "POST");

async function choose(label: string, option: string) {
  await userEvent.click(screen.getByLabelText(label));
  // A list for readers of the screen and the one that is seen.
  const found = await screen.findAllByText(option);
  fireEvent.click(found[found.length - 1] ?? document.body);
}

test("a raised problem is confirmed with words of the package", async () => {
  const asked = visit({
    "GET /problems/q1": { body: problem(["judge"]), etag: '"1"' },
    "POST /problems/q1/judgements": { body: problem([]), etag: '"2"' },
  });
  await screen.findByText(words.finding_means.confirmed);
  await choose(words.nature, "政策执行");
  await choose(words.difficulty, "易改");
  fireEvent.change(screen.getByLabelText(words.reason), { target: { value: "核过" } });
  fireEvent.click(screen.getByRole("button", { name: /研\s?判/ }));
  await waitFor(() => expect(sent(asked)).toBeTruthy());
  expect(sent(asked)?.headers["if-match"]).toBe('"1"');
  expect(sent(asked)?.body).toEqual({
    finding: "confirmed", nature: "政策执行", difficulty: "易改", cause: "", reason: "核过",
  });
});

test("a duplicate names the problem it goes on in", async () => {
  const other = row({ id: "q2", text: "材料重复报", state: "planned" });
  let now = { body: problem(["judge"]), etag: '"1"' };
  const asked = visit({
    "GET /problems/q1": () => now,
    "GET /problems": { body: { items: [row(), other], next: "" } },
    "POST /problems/q1/judgements": () => {
      const merged_into = { id: "q2", text: "材料重复报", on: "2025-03-12" };
      const gone = row({ state: "merged", light: "closed" });
      now = { body: problem(["take_back"], { row: gone, merged_into }), etag: '"2"' };
      return now;
    },
  });
  fireEvent.click(await screen.findByText(words.findings.duplicate));
  await choose(words.into, `材料重复报 · ${words.states.planned}`);
  fireEvent.change(screen.getByLabelText(words.reason), { target: { value: "同一件" } });
  fireEvent.click(screen.getByRole("button", { name: /研\s?判/ }));
  await waitFor(() =>
    expect(sent(asked)?.body).toEqual({ finding: "duplicate", into: "q2", reason: "同一件" }),
  );
  expect(await screen.findByText(words.states.merged)).toBeTruthy();
  expect(screen.getByRole("link", { name: "材料重复报" }).getAttribute("href")).toBe("/problems/q2");
});

test("whoever said it is told, and a late one says so", async () => {
  const asked = visit({
    "GET /problems/q1": {
      body: problem(["tell"], {
        row: row({ state: "struck_off", light: "closed", was_late: true }),
      }),
      etag: '"7"',
    },
    "POST /problems/q1/told-back": { body: problem([]), etag: '"8"' },
  });
  expect(await screen.findByText(words.was_late)).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: "要跑三趟" }));
  fireEvent.change(screen.getByLabelText(words.told_on), { target: { value: "2025-03-10" } });
  fireEvent.change(screen.getByLabelText(words.told_by), { target: { value: "甲" } });
  await choose(words.told_way, "电话");
  fireEvent.change(screen.getByLabelText(words.told_answer), { target: { value: "满意" } });
  fireEvent.click(screen.getByRole("button", { name: /回\s?访/ }));
  await waitFor(() =>
    expect(sent(asked)?.body).toEqual({
      remarks: [{ id: "r1" }], on: "2025-03-10", by: "甲", way: "电话", answer: "满意",
    }),
  );
});

test("an extension is answered beside what was asked", async () => {
  const asked = visit({
    "GET /problems/q1": {
      body: problem(["answer_extension"], {
        extension: { due: "2025-04-01", reason: "等设备" }, past_dues: ["2025-03-01"],
      }),
      etag: '"5"',
    },
    "POST /problems/q1/extension-answers": { body: problem([]), etag: '"6"' },
  });
  expect((await screen.findAllByText(words.asked_delay("2025-04-01", "等设备"))).length).toBe(2);
  expect(screen.getByText("2025-03-01")).toBeTruthy();
  fireEvent.click(screen.getByText(words.refuse));
  fireEvent.change(screen.getByLabelText(words.reason), { target: { value: "抓紧" } });
  fireEvent.click(screen.getByRole("button", { name: words.step.answer_extension }));
  await waitFor(() => expect(sent(asked)?.body).toEqual({ answer: "no", text: "抓紧" }));
});

test("the office suspends: cause, evidence, clock and the last day", async () => {
  const uploads = take_uploads();
  const asked = visit({
    "GET /problems/q1": { body: problem(["suspend"]), etag: '"4"' },
    "POST /problems/q1/suspensions": { body: problem([]), etag: '"5"' },
  });
  const { suspend } = zh_cn;
  await screen.findByText(words.suspend_means);
  await choose(suspend.ground, suspend.grounds.disaster);
  fireEvent.change(screen.getByLabelText(suspend.reason), { target: { value: "汛期停工" } });
  fireEvent.click(screen.getByText(suspend.clocks.moves));
  fireEvent.change(screen.getByLabelText(suspend.until), { target: { value: "2025-04-20" } });
  const chosen = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!chosen) throw new Error("no place for a file");
  fireEvent.change(chosen, { target: { files: [new File(["停工"], "停工令.pdf")] } });
  await waitFor(() => expect(uploads.length).toBe(1));
  uploads[0]?.answer(201, { digest: "d1", file_name: "停工令.pdf", bytes: 3 });
  await screen.findByText("停工令.pdf");
  fireEvent.click(screen.getByRole("button", { name: /^挂\s?起$/ }));
  await waitFor(() => expect(sent(asked)).toBeTruthy());
  expect(sent(asked)?.body).toEqual({
    ground: "disaster", reason: "汛期停工", clock: "moves", until: "2025-04-20",
    evidence: [{ digest: "d1", file_name: "停工令.pdf", bytes: 3 }],
  });
});

test("what stands still is grey with its word; once its days are over it says so", async () => {
  const suspension = {
    ground: "disaster" as const, reason: "汛期停工", clock: "moves" as const, from: "2025-04-01",
    until: "2025-04-20",
  };
  const still = row({ state: "planned", light: "suspended" });
  let now = { body: problem(["resume"], { row: still, suspension }), etag: '"5"' };
  const asked = visit({
    "GET /problems/q1": () => now,
    "POST /problems/q1/resumptions": () => {
      const over = row({ state: "planned", light: "on_time", to_resume: true });
      now = { body: problem([], { row: over, suspension }), etag: '"6"' };
      return now;
    },
  });
  expect((await screen.findAllByText(zh_cn.lights.suspended)).length).toBe(2); // light and fact
  expect(screen.getByText(/2025-04-01 至 2025-04-20，期限顺延/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(words.text), { target: { value: "已复工" } });
  fireEvent.click(screen.getByRole("button", { name: words.step.resume }));
  await waitFor(() => expect(sent(asked)?.body).toEqual({ text: "已复工" }));
  expect(await screen.findByText(words.to_resume("2025-04-20"))).toBeTruthy();
});

test("a list is frozen from a day, against the version on the screen", async () => {
  const asked = visit(
    {
      "GET /problem-lists": { body: { items: [list({ open: ["freeze", "close"] })] } },
      "GET /problems": { body: { items: [row({ was_late: true })], next: "" } },
      "POST /problem-lists/l1/freezes": { body: list({ frozen_from: "2025-03-20" }) },
    },
    "/problems/lists/l1",
  );
  fireEvent.change(await screen.findByLabelText(words.freeze_from), {
    target: { value: "2025-03-20" },
  });
  expect(screen.getByText(words.was_late)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /冻\s?结/ }));
  await waitFor(() => expect(sent(asked)?.body).toEqual({ from: "2025-03-20", text: "" }));
  expect(sent(asked)?.headers["if-match"]).toBe('"3"');
});

test("a closed list says so, and a new one is opened on the page", async () => {
  const asked = visit(
    {
      "GET /problem-lists": { body: { items: [list({ closed_on: "2025-04-01" })] } },
      "GET /figures": { body: { items: [] } },
      "GET /field-work": { body: { items: [] } },
      "GET /remarks": { body: { items: [], next: "" } },
      "POST /problem-lists": { status: 201, body: list() },
    },
    "/problems",
  );
  expect(await screen.findByText(words.list_closed_on("2025-04-01"))).toBeTruthy();
  fireEvent.change(await screen.findByLabelText(words.list_name), { target: { value: "新清单" } });
  fireEvent.change(screen.getByLabelText(words.source), { target: { value: "来信" } });
  fireEvent.submit(screen.getByRole("form", { name: words.list_open, hidden: true }));
  await waitFor(() =>
    expect(sent(asked)?.body).toEqual({ name: "新清单", scheme: "", source: "来信" }),
  );
});
