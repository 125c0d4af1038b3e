// An order is taken apart by the stages of a scheme, each with its post, date and standard.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TaskTree } from "../src/api/shapes";
import { base, close_browser, confirm_first, enter, stop, visit, type Visit } from "./browser";

const in_days = (days: number): string =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

const run = String(Date.now()).slice(-8);
let way: Visit;
let page: Page;

async function read<T>(path: string): Promise<T> {
  return (await (await page.request.get(`${base}/api/v1${path}`)).json()) as T;
}
const choose = async (field: string, words: string) => {
  await page.getByLabel(field, { exact: true }).click();
  await page.keyboard.type(words);
  await page.locator(".ant-select-item-option-active, .ant-select-item-option")
    .filter({ hasText: words.split(" ")[0] ?? "" }).first().click();
};

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

test("a scheme fills in its stages; what is missing is named by its row", async () => {
  await enter(page, "county-office");
  const order = await confirm_first(page, `整治-${run}.txt`, `关于开展专项整治的通知（第${run}号）
各乡镇人民政府、街道办事处：
1. 各乡镇要开展社会救助领域专项整治，建立问题清单，逐项整改。
`);
  expect(order).not.toBe("");
  await page.goto(`${base}/tree/${order}?split=1`);
  await page.locator(".split-form").waitFor();
  await page.getByText("按阶段", { exact: true }).click();
  await choose("阶段方案", "专项整治");
  await page.getByLabel("第 8 阶段的名称").waitFor();
  expect(await page.getByLabel("第 6 阶段的名称").inputValue()).toBe("验收销号");
  for (const gone of [8, 7, 5, 4, 3, 2]) {
    await page.getByRole("button", { name: `去掉第 ${gone} 阶段` }).click();
  }
  await choose("第 1 阶段的责任岗位", "综合科");
  await page.getByLabel("第 1 阶段的时限").fill(in_days(10));
  await page.getByLabel("第 2 阶段的时限").fill(in_days(40));
  await page.getByLabel("验收标准", { exact: true }).fill("清单全部销号");
  await stop(page, "90-stages");
  await page.getByRole("button", { name: "分解下达" }).click();
  await page.locator(".failed", { hasText: "第 2 行“责任单位”" }).waitFor();
  await choose("第 2 阶段的责任岗位", "清波街道 民政经办");
  await page.getByRole("button", { name: "分解下达" }).click();
  await page.locator(".parts-table tbody tr", { hasText: "验收销号" }).waitFor();
  await stop(page, "91-stages-on-the-tree");
  const { parts } = await read<TaskTree>(`/tasks/${order}/tree`);
  expect(parts.map(({ task }) => [task.text, task.due])).toEqual([
    ["方案拟订", in_days(10)], ["验收销号", in_days(40)],
  ]);
  expect(parts[0]?.standard).toContain("整治方案");
  expect(way.complaints).toEqual([]);
});
