// For who asks the system for less movement: what opens must open where it can be reached.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TaskRow } from "../src/api/shapes";
import { base, close_browser, enter, visit, type Visit } from "./browser";

let way: Visit;
let page: Page;

/** Whole within the window, once it has come to rest. */
async function on_screen(what: Locator): Promise<void> {
  await what.waitFor();
  await page.waitForTimeout(1000);
  const box = await what.boundingBox();
  expect(box, "it is drawn").not.toBeNull();
  const { x = -1, y = -1, width = 0, height = 0 } = box ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(1366);
  expect(y + height).toBeLessThanOrEqual(768);
}

beforeAll(async () => {
  way = await visit(1366, 768, "reduce");
  page = way.page;
  await enter(page, "county-office");
  const answer = await page.request.get(`${base}/api/v1/tasks?limit=50&state=confirmed`);
  const { items } = (await answer.json()) as { items: TaskRow[] };
  await page.goto(`${base}/ledger/${items[0]?.id ?? ""}`);
  await page.locator(".next").waitFor();
});
afterAll(close_browser);

test("a list to pick from opens at its field and takes the choice", async () => {
  const field = page.getByLabel("承办岗位");
  await field.click();
  await page.keyboard.type("街道 民政经办");
  const list = page.locator(".ant-select-dropdown");
  await on_screen(list);
  await page.locator(".ant-select-item-option").first().click();
  await list.waitFor({ state: "hidden" });
  expect(await page.locator(".next .ant-select").first().innerText()).toContain("民政经办");
});

test("a calendar opens at its field and takes a day", async () => {
  const field = page.locator(".date-field", { has: page.getByLabel("办理期限") });
  await field.getByRole("button", { name: "打开日历" }).click();
  const calendar = page.getByRole("grid");
  await on_screen(calendar);
  await calendar.getByRole("gridcell").getByRole("button").last().click();
  await calendar.waitFor({ state: "detached" });
  expect(await page.getByLabel("办理期限").inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("an open task closes at once, and a menu opens under its button", async () => {
  await page.locator(".ant-drawer-close").click();
  await page.locator(".ant-drawer-mask").waitFor({ state: "detached" });
  await page.locator(".account").click();
  await on_screen(page.locator(".ant-dropdown"));
  await page.keyboard.press("Escape");
  expect(way.complaints).toEqual([]);
});
