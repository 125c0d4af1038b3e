// A digest of three articles: one task accepted, one split, one rejected, and the task book.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, close_browser, enter, stop, visit, type Visit } from "./browser";
import { names_and_texts } from "./zip";

const top = fileURLToPath(new URL("../..", import.meta.url));
const seed = `${top}/../shared/seeds/003_512dbbe89473570f.txt`;
const digest = existsSync(seed) ? seed : `${top}/samples/003_digest.txt`;
// Other bytes each run, the same text: the server knows a file that it has.
const run = Date.now() % 1_000_000;

let way: Visit;
let page: Page;
let book: Buffer;
let accepted = "";
let halves: string[] = [];
let rejected = "";

const text_of = (card: string) => page.locator(`${card} .card-text`).first().innerText();
const cards = () => page.locator(".card").count();
const bare = (text: string) => text.replace(/\s/g, "");

async function reject(reason: string): Promise<void> {
  const chosen = page.locator(".card-active");
  await page.keyboard.press("r");
  await page.keyboard.type(reason);
  await chosen.locator("button[type=submit]").click();
  await page.locator(".card-rejected").first().waitFor();
}

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

describe.sequential("a digest becomes a task book", () => {
  test("three articles appear", async () => {
    await page.goto(base);
    await enter(page, "county-office");
    await page.getByRole("link", { name: "文件", exact: true }).click();
    const bytes = Buffer.concat([await readFile(digest), Buffer.from("\n".repeat(run % 5000 + 2))]);
    await page.locator("input[type=file]").first().setInputFiles([
      { name: `文摘${run}.txt`, mimeType: "text/plain", buffer: bytes },
    ]);
    const row = page.locator(".upload", { hasText: `文摘${run}.txt` });
    await row.getByText(/已收到，拟定 \d+ 条/).waitFor();
    await row.getByRole("link", { name: "打开" }).click();
    await page.locator(".card").first().waitFor();
    expect(await page.locator(".desk-parts button").count()).toBe(3);
  });

  test("one task is accepted by key", async () => {
    await page.keyboard.press("j");
    accepted = await text_of(".card-active");
    await page.keyboard.press("a");
    await page.locator(".card-confirmed").first().waitFor();
  });

  test("one is split at the cursor by keys, and both halves are accepted", async () => {
    const before = await cards();
    const whole = await text_of(".card-active");
    await page.keyboard.press("s");
    await page.getByRole("slider").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await stop(page, "20-split");
    await page.keyboard.press("Enter");
    await expect.poll(cards).toBe(before + 1);
    const first = await text_of(".card-active");
    expect(bare(whole).startsWith(bare(first))).toBe(true);
    await page.keyboard.press("a");
    await expect.poll(() => page.locator(".card-confirmed").count()).toBe(2);
    const second = await text_of(".card-active");
    expect(bare(whole).endsWith(bare(second))).toBe(true);
    await page.keyboard.press("a");
    await expect.poll(() => page.locator(".card-confirmed").count()).toBe(3);
    halves = [first, second];
  });

  test("a merge is taken back; one is rejected, taken back, and rejected again", async () => {
    await page.locator(".desk-parts button").nth(1).click();
    await page.locator(".card-proposed").first().waitFor();
    const before = await cards();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    await expect.poll(cards).toBe(before - 1);
    await page.keyboard.press("u");
    await expect.poll(cards).toBe(before);
    await page.locator(".card-proposed .card-number").first().click();
    rejected = await text_of(".card-active");
    await reject("误判");
    await page.locator(".card-rejected").getByRole("button", { name: "恢复待审" }).click();
    await expect.poll(() => page.locator(".card-rejected").count()).toBe(0);
    await page.locator(".card-proposed .card-number").first().click();
    await reject("仅为号召");
    await stop(page, "21-decided");
  });

  test("the exported task book has the accepted one and both halves only", async () => {
    const id = /documents\/([^?/]+)/.exec(page.url())?.[1] ?? "";
    await page.goto(`${base}/ledger?document=${id}`);
    await page.locator(".ledger-table .ant-table-row").first().waitFor();
    await page.getByRole("button", { name: "导出任务分解表" }).click();
    const saving = page.waitForEvent("download");
    await page.getByText("任务分解表（Excel，可修改后导回）").click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^任务分解表.*\.xlsx$/);
    book = await readFile(await saved.path());
    const texts = bare(Array.from(names_and_texts(book).values()).join(""));
    for (const one of [accepted, ...halves]) expect(texts).toContain(bare(one));
    expect(texts).not.toContain(bare(rejected));
  });

  test("sent back unchanged it changes nothing", async () => {
    await page.locator("input[type=file][accept='.xlsx']").setInputFiles([
      { name: "分解表.xlsx", mimeType: "application/octet-stream", buffer: book },
    ]);
    await page.getByText("修改 0 项，不变 3 项，拒绝 0 行").waitFor();
    await stop(page, "22-import");
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  });

  test("nothing broke on the way", () => expect(way.complaints).toEqual([]));
});
