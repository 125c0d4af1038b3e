import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LogVerification } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { forever, refusal, serve, show } from "../../../tests/desk";
import LogPage from "./log-page";

const words = zh_cn.log;
const start = () => fireEvent.click(screen.getByText(words.start));
const found = (part: Partial<LogVerification>): { body: LogVerification } => ({
  body: { intact: true, events: 1234, last_hash: "ab12", findings: [], ...part },
});

test("empty: nothing is asked before the button", () => {
  const asked = serve({});
  show(<LogPage />);
  expect(screen.getByText(words.never)).toBeTruthy();
  expect(asked).toEqual([]);
});

test("loading", async () => {
  serve({ "GET /log/verification": forever });
  show(<LogPage />);
  start();
  expect(await screen.findByText(words.running)).toBeTruthy();
});

test("refused", async () => {
  serve({ "GET /log/verification": refusal(403) });
  show(<LogPage />);
  start();
  expect((await screen.findByRole("alert")).textContent).toContain("E-TEST-001");
});

test("done: whole", async () => {
  serve({ "GET /log/verification": found({}) });
  show(<LogPage />);
  start();
  expect(await screen.findByText(words.intact)).toBeTruthy();
  expect(screen.getByText("1,234")).toBeTruthy();
});

test("done: broken, with every finding", async () => {
  const findings = ["第 12 条被改动", "第 15 条缺失"];
  serve({ "GET /log/verification": found({ intact: false, findings }) });
  show(<LogPage />);
  start();
  expect(await screen.findByText(words.broken)).toBeTruthy();
  findings.forEach((text) => expect(screen.getByText(text)).toBeTruthy());
});
