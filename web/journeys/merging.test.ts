// Two notices ask for the same work: their tasks become one, and each names the other.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { base, close_browser, confirm_first, enter, stop, visit, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);
const notice = (name: string, from: string): string => `${name}（第${run}号）
各乡镇人民政府、街道办事处：
1. 各乡镇要${from}，逐户登记造册。
`;

let way: Visit;
let page: Page;

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

test("one task goes on in the other; both tell it", async () => {
  await enter(page, "county-office");
  const first = `甲通知${run}`;
  const stays = await confirm_first(
    page, `${first}.txt`, notice(`${first}：开展走访`, `走访第${run}批困难群众`));
  const goes = await confirm_first(
    page, `乙${run}.txt`, notice("关于入户核查的通知", `入户核查第${run}批困难群众`));
  expect(new Set([stays, goes, ""]).size).toBe(3);
  await page.goto(`${base}/ledger/${goes}`);
  await page.locator(".next .ant-segmented-item", { hasText: /^并入$/ }).click();
  await page.locator(".step-form").getByRole("button", { name: /^并\s?入$/ }).click();
  await page.getByText("请选择要并入的任务").waitFor();
  await page.getByLabel("并入哪一项任务").click();
  await page.keyboard.type(`走访第${run}批`);
  await page.locator(".ant-select-item-option", { hasText: `走访第${run}批` }).first().click();
  await page.getByLabel("并入理由").fill("两份通知是同一批对象");
  await stop(page, "92-merge");
  await page.locator(".step-form").getByRole("button", { name: /^并\s?入$/ }).click();
  await page.locator(".task-tags .state", { hasText: "已并入" }).waitFor();
  await page.locator(".course", { hasText: "两份通知是同一批对象" }).waitFor();
  await stop(page, "93-merged");
  await page.goto(`${base}/ledger/${stays}`);
  await page.getByText("并入本任务的 1 项").waitFor();
  await page.getByText(`入户核查第${run}批困难群众`).first().waitFor();
  await stop(page, "94-took-in");
  expect(way.complaints).toEqual([]);
});
