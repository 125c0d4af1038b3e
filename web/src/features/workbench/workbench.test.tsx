import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import { forever, refusal, serve, session_of, show } from "../../../tests/desk";
import { row, summary, workbench } from "../../../tests/things";
import WorkbenchPage from "./workbench-page";

const session = { body: session_of("see_tasks") };
const words = zh_cn.workbench;

test("loading", async () => {
  serve({ "GET /session": session, "GET /workbench": forever });
  show(<WorkbenchPage />);
  expect(await screen.findByRole("status", { name: zh_cn.failure.loading })).toBeTruthy();
});

test("refused: the reasons, and nothing that looks like an empty bench", async () => {
  serve({ "GET /session": session, "GET /workbench": refusal(403, "E-AUTH-110") });
  show(<WorkbenchPage />);
  expect((await screen.findByRole("alert")).textContent).toContain("E-AUTH-110");
  expect(screen.queryByText(words.waiting_none)).toBeNull();
});

test("empty", async () => {
  serve({ "GET /session": session, "GET /workbench": { body: workbench() } });
  show(<WorkbenchPage />);
  expect(await screen.findByText(words.waiting_none)).toBeTruthy();
  expect(screen.getByText(words.documents_none)).toBeTruthy();
});

test("done: four dones apart, each number a link to what it counts", async () => {
  serve({ "GET /session": session, "GET /workbench": { body: workbench() } });
  show(<WorkbenchPage />);
  await screen.findByText(words.waiting_none);
  const figures = ["confirmed", "assigned", "reported", "verified", "struck_off"].map((state) =>
    document.querySelector(`a[href="/ledger?state=${state}"] .tally-value`)?.textContent,
  );
  expect(figures).toEqual(["4", "3", "2", "1", "7"]);
  expect(document.querySelector('a[href="/ledger?overdue=1"] .tally-value')?.textContent).toBe("5");
});

test("waiting items keep the server's order and show their light in words", async () => {
  const waiting = [
    row({ id: "a", light: "overdue", due: "2025-03-02", text: "先办" }),
    row({ id: "b", light: "undated", due: null, text: "后办", state: "reported" }),
  ];
  serve({
    "GET /session": session,
    "GET /workbench": {
      body: workbench({ waiting, waiting_total: 31, documents_to_review: [summary()] }),
    },
  });
  show(<WorkbenchPage />);
  const first = (await screen.findByText("先办")).closest("a");
  if (!first) throw new Error("no link");
  expect(first.getAttribute("href")).toBe("/ledger/a");
  expect(within(first).getByText(zh_cn.lights.overdue)).toBeTruthy();
  expect(first.textContent).toContain("超期 10 天");
  const texts = Array.from(document.querySelectorAll(".waiting-text"), (one) => one.textContent);
  expect(texts).toEqual(["先办", "后办"]);
  expect(screen.getByText(words.waiting_more(31))).toBeTruthy();
  expect(screen.getByText(words.to_review(3))).toBeTruthy();
});

const here = { "GET /session": session, "GET /workbench": { body: workbench() } };
const section = (part: string, id: string, total = 1) => ({
  part, total, rows: [row({ id, text: `${part}的任务`, state: "assigned" })],
});

test("what came back comes first, and signing takes one press", async () => {
  const sections = [section("sign", "s1", 18), section("returned", "r1")];
  const asked = serve({
    ...here,
    "GET /morning": {
      body: { as_of: "2025-03-12", cut: false, provisional: true, problems: [], sections },
    },
    "POST /tasks/s1/receipts": { body: {}, etag: '"2"' },
  });
  show(<WorkbenchPage />);
  const sign = await screen.findByRole("button", { name: zh_cn.clerk.sign_for("sign的任务") });
  const titles = Array.from(document.querySelectorAll(".morning h3"), (one) => one.textContent);
  expect(titles).toEqual(["退回重办 1 项", "待签收 18 项"]);
  expect(screen.getByText(zh_cn.reminders.morning_provisional)).toBeTruthy();
  const parts = within(screen.getByRole("navigation", { name: zh_cn.clerk.parts }));
  expect(parts.getByRole("link", { name: "待签收 18" }).getAttribute("href")).toBe("#morning-sign");
  fireEvent.click(sign);
  await waitFor(() => expect(asked.some((one) => one.path === "/tasks/s1/receipts")).toBe(true));
  const [order] = asked.filter((one) => one.method === "POST");
  expect(order?.headers["if-match"]).toBe('"1"');
  await waitFor(() =>
    expect(asked.filter((one) => one.path === "/morning").length).toBeGreaterThan(1),
  );
});

test("the rest of my list opens as my list, not as the whole ledger", async () => {
  serve({
    ...here,
    "GET /session": { body: { ...session_of("see_tasks"), roles: ["executor"] } },
    "GET /workbench": { body: workbench({ waiting: [row()], waiting_total: 31 }) },
  });
  show(<WorkbenchPage />);
  const more = await screen.findByText(words.waiting_more(31));
  await waitFor(() =>
    expect(more.getAttribute("href")).toBe("/ledger?mine=1&state=assigned"),
  );
});
