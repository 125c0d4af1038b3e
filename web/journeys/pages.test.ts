// Pages at phone width, in English, by keyboard alone, and what happens when the server is away.
import type { Document, DocumentSummary } from "../src/api/shapes";
import { afterAll, expect, test } from "vitest";
import { base, close_browser, enter, stop, visit } from "./browser";

afterAll(close_browser);

test("a report can be written at phone width", async () => {
  const { page, complaints, close } = await visit(390, 844);
  await page.goto(base);
  await page.locator(".role-card").first().waitFor();
  await stop(page, "20-phone-entrance");
  await enter(page, "township-clerk");
  await page.locator(".tally").first().waitFor();
  await stop(page, "21-phone-workbench");
  await page.getByRole("button", { name: "打开菜单" }).click();
  await stop(page, "22-phone-menu");
  await page.getByRole("link", { name: "督办台账" }).click();
  await page.locator(".filter-bar").waitFor();
  await stop(page, "23-phone-ledger");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await close();
});

test("an open document works at phone width", async () => {
  const { page, complaints, close } = await visit(390, 844);
  await enter(page, "county-office");
  await page.goto(`${base}/documents`);
  await page.locator(".document-cards .document-title").first().click();
  await page.locator(".desk").waitFor();
  await stop(page, "24-phone-document");
  await page.getByText("净文", { exact: true }).first().click();
  await page.getByRole("region", { name: "净文" }).waitFor();
  await stop(page, "25-phone-clean-text");
  expect(complaints).toEqual([]);
  await close();
});

test("everything can be read in English", async () => {
  const { page, close } = await visit();
  await enter(page, "county-office");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Workbench" }).waitFor();
  await stop(page, "26-english-workbench");
  await page.getByRole("link", { name: "Ledger", exact: true }).click();
  await page.getByRole("heading", { name: "Ledger" }).waitFor();
  await stop(page, "27-english-ledger");
  await close();
});

test("by keyboard alone: skip link, menu, account", async () => {
  const { page, close } = await visit();
  await enter(page, "county-office");
  await page.locator(".tally").first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("跳到正文");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toContain("文件");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "文件", level: 1 }).waitFor();
  await page.locator(".account").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem").first().waitFor();
  await close();
});

test("a failed load is told as one, and can be tried again", async () => {
  const { page, close } = await visit();
  await enter(page, "county-office");
  await page.locator(".tally").first().waitFor();
  await page.route("**/api/v1/documents?*", (route) => route.abort());
  await page.getByRole("link", { name: "文件", exact: true }).click();
  await page.getByText("没有收到服务器的答复").waitFor();
  expect(await page.getByText("还没有文件").count()).toBe(0);
  await stop(page, "28-unreached");
  await page.unroute("**/api/v1/documents?*");
  await page.getByRole("button", { name: "重试" }).click();
  await page.locator(".document-table").waitFor();
  await close();
});

test("an unknown task and an unknown address say so", async () => {
  const { page, close } = await visit();
  await enter(page, "county-office");
  await page.goto(`${base}/ledger/none`);
  await page.locator(".ant-drawer .failed-code").waitFor();
  await stop(page, "29-unknown-task");
  await page.goto(`${base}/nowhere/at/all`);
  await page.getByRole("link", { name: "返回工作台" }).waitFor();
  await stop(page, "30-unknown-page");
  await close();
});

test("what somebody else confirms appears without reloading", async () => {
  const leader = await visit();
  await enter(leader.page, "county-chief");
  await leader.page.goto(`${base}/ledger`);
  await leader.page.locator(".ledger-foot, .ledger-none").first().waitFor();
  const office = await visit();
  await enter(office.page, "county-office");
  const places = String(Date.now()).slice(-7);
  const api = `${base}/api/v1/documents`;
  const received = await office.page.request.post(`${api}?name=${places}.txt`, {
    headers: { "Content-Type": "application/octet-stream" },
    data: Buffer.from(`关于便民服务点的通知\n会议要求，要建设${places}个社区邻里互助点。\n`),
  });
  const { id } = (await received.json()) as DocumentSummary;
  const opened = await office.page.request.get(`${api}/${id}`);
  const { candidates } = (await opened.json()) as Document;
  const numbers = candidates.map(({ number }) => ({ number }));
  expect(numbers.length).toBeGreaterThan(0);
  const decided = await office.page.request.post(`${api}/${id}/decisions`, {
    headers: { "If-Match": opened.headers()["etag"] ?? "" },
    data: { confirm: numbers, reject: [] },
  });
  expect(decided.status()).toBe(200);
  await leader.page.locator(".ledger-table", { hasText: `${places}个社区邻里互助点` }).waitFor();
  await office.close();
  await leader.close();
});
