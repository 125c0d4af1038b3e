// A document of thousands of proposals: all are there, the filters count them, and a decision
// moves a few bytes instead of megabytes.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, close_browser, enter, stop, visit, type Visit } from "./browser";

const count = 3000;
const run = String(Date.now()).slice(-8);
const text = [
  `关于报送民政重点工作台账的通知（第${run}号）`, "各乡镇人民政府、街道办事处：",
  ...Array.from({ length: count }, (_, at) =>
    `${at + 1}. 各乡镇要在${3 + (at % 9)}月${1 + (at % 27)}日前完成第${at + 1}批对象核查，并报送台账。`,
  ),
].join("\n");

let way: Visit;
let page: Page;
/** What came for the document since the last look, by the path's last part, in bytes. */
let came: Array<{ path: string; bytes: number }> = [];
const filters = () => page.locator(".list-head .ant-segmented-item-label").allInnerTexts();

beforeAll(async () => {
  way = await visit();
  page = way.page;
  page.on("response", (response) => {
    const path = /\/api\/v1\/documents\/[^/?]+(.*)$/.exec(response.url())?.[1];
    if (path === undefined) return;
    void response.body().then((body) => came.push({ path, bytes: body.length }), () => undefined);
  });
});
afterAll(close_browser);

describe.sequential("thousands of proposals", () => {
  test("all of them are there, read in answers of moderate size", async () => {
    await enter(page, "county-office");
    await page.getByRole("link", { name: "文件", exact: true }).click();
    await page.locator("input[type=file]").first().setInputFiles([
      { name: `长通知${run}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) },
    ]);
    const row = page.locator(".upload", { hasText: `长通知${run}.txt` });
    await row.getByText(/已收到，拟定 [\d,]+ 条/).waitFor();
    await row.getByRole("link", { name: "打开" }).click();
    await page.locator(".card").first().waitFor();
    const counts = (await filters()).map((label) => Number(/[0-9]+$/.exec(label)?.[0]));
    expect(counts).toEqual([count, count, 0, 0]);
    const pages = came.filter((one) => one.path.startsWith("/candidates"));
    // Once each; the first alone is looked at again when something is announced meanwhile.
    expect(new Set(pages.map((one) => one.path)).size).toBe(count / 500);
    expect(pages.filter((one) => one.path !== pages[0]?.path)).toHaveLength(count / 500 - 1);
    expect(Math.max(...pages.map((one) => one.bytes))).toBeLessThan(500_000);
    await stop(page, "70-long-document");
  });

  test("a decision moves a few bytes, and the list follows", async () => {
    came = [];
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page.locator(".list-head .ant-segmented-item-label", { hasText: String(count - 1) })
      .waitFor();
    await page.waitForTimeout(1500);
    expect(came.some((one) => one.path.startsWith("/decisions"))).toBe(true);
    expect(came.filter((one) => one.path.startsWith("?bare"))).toEqual([]);
    const small = came.filter((one) => !one.path.startsWith("/candidates"));
    expect(Math.max(...small.map((one) => one.bytes))).toBeLessThan(4_000);
    await page.locator(".list-head .ant-segmented-item-label").nth(2).click();
    await page.locator(".card").first().waitFor();
    expect(await page.locator(".card").count()).toBe(1);
    await stop(page, "71-long-document-confirmed");
    expect(way.complaints).toEqual([]);
  });

  test("the last proposal is found by its address", async () => {
    await page.goto(`${page.url().split("?")[0]}?number=${count}`);
    await page.locator(".card-active", { hasText: `第${count}批` }).waitFor();
    expect(page.url().startsWith(base)).toBe(true);
  });
});
