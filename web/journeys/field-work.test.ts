// Field work from its opening to a merged problem: a group, what it held, what it heard.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { base, close_browser, enter, stop, visit, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);
const day = (ago: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);

let way: Visit;
let page: Page;

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

/** While a button's sign of waiting fades its name begins with it. */
const save_name = /保\s?存$/;

const save = async (): Promise<void> => {
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: save_name }).click();
  await form.waitFor({ state: "detached" });
};

test("a mission is opened, its group formed, its work logged", async () => {
  await enter(page, "county-office");
  await page.goto(`${base}/problems`);
  await page.getByRole("button", { name: "开展调研" }).click();
  await page.getByLabel("调研名称").fill(`走访调研第${run}次`);
  await page.getByLabel("开始日期").fill(day(10));
  await page.getByLabel("结束日期").fill(day(-10));
  await stop(page, "95-open-mission");
  await page.getByRole("dialog").getByRole("button", { name: save_name }).click();
  await page.getByText("还没有工作组").waitFor();
  await page.getByRole("button", { name: "增设工作组" }).click();
  await page.getByLabel("对口地区").fill("清波街道");
  await page.getByLabel("组长").fill("甲（演示）");
  await page.getByLabel("成员").fill("乙（演示）、丙（演示）");
  await save();
  await page.getByText("甲（演示）、乙（演示）、丙（演示）").waitFor();
  await page.getByRole("button", { name: "记活动" }).click();
  await page.getByLabel("数量（场次）").fill("2");
  await page.getByLabel("日期").fill(day(-3)); // not held yet: refused, and what was typed stays
  await page.getByLabel("地点").fill("某社区");
  await page.getByRole("dialog").getByRole("button", { name: save_name }).click();
  await page.getByRole("dialog").getByText(/E-PROB-002/).waitFor();
  await page.getByLabel("日期").fill(day(1));
  await save();
  expect(way.complaints).toEqual([]);
});

test("what was heard is taken in its own words and merged into a problem", async () => {
  await page.getByRole("button", { name: "记原话" }).click();
  await page.getByLabel("地点").fill("某社区");
  await page.getByLabel("提出人类别").fill("养老院老人");
  await page.getByLabel("原话", { exact: true }).fill(`助餐点太远${run}\n送餐常凉${run}`);
  await stop(page, "96-take-remarks");
  await save();
  await page.getByRole("button", { name: "第 1 组" }).click();
  await page.getByText(`送餐常凉${run}`).waitFor();
  await stop(page, "97-group-records");
  await page.goto(`${base}/problems`);
  const more = page.getByRole("button", { name: "继续加载" });
  for (const said of [`助餐点太远${run}`, `送餐常凉${run}`]) {
    const one = page.getByRole("checkbox", { name: said });
    while (!(await one.isVisible()) && (await more.isVisible())) await more.click();
    await one.check();
  }
  await page.getByLabel("问题表述").fill(`助餐不便${run}`);
  await page.getByRole("button", { name: "归并为一个问题" }).click();
  await page.getByText("由 2 条原话归并").first().waitFor();
  await page.goto(`${base}/problems`);
  await page.getByRole("link", { name: `走访调研第${run}次` }).click();
  await page.getByRole("heading", { name: `走访调研第${run}次` }).waitFor();
  await stop(page, "98-field-work");
  expect(way.complaints).toEqual([]);
});
