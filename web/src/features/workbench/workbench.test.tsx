import { screen, within } from "@testing-library/react";
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
