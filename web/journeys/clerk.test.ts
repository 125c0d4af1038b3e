// The common jobs of a township's clerk, in as few presses as they need.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Post, TaskPage } from "../src/api/shapes";
import { base, close_browser, enter, stop, switch_to, visit, type Visit } from "./browser";

const reason = "缺少入户照片和签字页，请补齐后再报";
const days_from_now = (days: number): string =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

let way: Visit;
let page: Page;
let returned = "";
let handed = "";

async function read<T>(path: string): Promise<T> {
  return (await (await page.request.get(`${base}/api/v1${path}`)).json()) as T;
}
async function act(task: string, step: string, data: object): Promise<number> {
  const path = `${base}/api/v1/tasks/${task}`;
  const etag = (await page.request.get(path)).headers()["etag"] ?? "";
  const headers = { "If-Match": etag, "Idempotency-Key": crypto.randomUUID() };
  return (await page.request.post(`${path}/${step}`, { data, headers })).status();
}
const become = async (login: string) => {
  await page.goto(base);
  await switch_to(page, login);
};

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

describe.sequential("a clerk's morning", () => {
  test("something is handed out, something is sent back", async () => {
    await enter(page, "county-office");
    const { items: posts } = await read<{ items: Post[] }>("/posts");
    const post = posts.find((one) => one.unit_name.startsWith("清波街道") && one.holder !== "");
    const open = await read<TaskPage>("/tasks?state=confirmed&limit=100");
    const order = { post: post?.id, due: days_from_now(3) };
    for (const { id } of open.items) {
      if (handed === "" && (await act(id, "assignments", order)) === 200) handed = id;
    }
    expect(handed).not.toBe("");
    await become("county-inspector");
    const { items } = await read<TaskPage>("/tasks?state=reported&division=330102001");
    returned = items.find((one) => one.owner?.unit_name.startsWith("清波街道"))?.id ?? "";
    expect(await act(returned, "returns", { text: reason })).toBe(200);
  });

  test("what came back and why: one press; closing leads back to the workbench", async () => {
    await become("township-clerk");
    await page.locator(".morning h3").first().waitFor();
    expect(await page.locator(".morning h3").first().innerText()).toContain("退回重办");
    await stop(page, "80-morning-of-a-clerk");
    await page.locator("#morning-returned a").first().click();
    await page.locator(".task-returned").waitFor();
    expect(await page.locator(".task-returned").innerText()).toContain(reason);
    await stop(page, "81-returned");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "工作台", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("it is objected to before signing; the issuer sees it and rules", async () => {
    await page.goto(`${base}/ledger/${handed}`);
    await page.locator(".next .ant-segmented-item", { hasText: /^提出异议$/ }).click();
    await page.getByLabel("异议理由").fill("按职责分工应由残联牵头");
    await page.getByLabel("认为应由哪个单位承办（选填）").fill("区残联");
    await page.locator(".step-form").getByRole("button", { name: "提出异议" }).click();
    await page.locator(".state-objected").first().waitFor();
    await become("county-office");
    await page.locator(`#morning-objection a[href="/ledger/${handed}"]`).click();
    await page.getByLabel("裁定意见").fill("民政牵头，残联配合");
    await stop(page, "85-ruling");
    await page.getByRole("button", { name: "裁定异议" }).click();
    await page.locator(".course", { hasText: "不成立" }).waitFor();
    await become("township-clerk");
    expect(await act(handed, "objections", { reason: "再提" })).toBe(409);
    await page.goto(base);
    expect(way.complaints).toEqual([]);
  });

  test("signing for it: one press", async () => {
    const rows = page.locator("#morning-sign li");
    const sign = rows.locator(`a[href="/ledger/${handed}"]`).locator("..").getByRole("button");
    await sign.click();
    await sign.waitFor({ state: "detached" });
  });

  test("what is due this week: two presses; back keeps it; it goes out as a file", async () => {
    await page.getByRole("link", { name: "督办台账", exact: true }).click();
    await page.getByRole("checkbox", { name: "7天内到期" }).click();
    await page.waitForURL(/due_within=7/);
    await page.locator(`a[href^="/ledger/${handed}?"]`).first().click();
    await page.locator(".next").waitFor();
    await page.goBack();
    expect(await page.getByRole("checkbox", { name: "7天内到期" }).isChecked()).toBe(true);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 Excel" }).click();
    expect((await coming).suggestedFilename()).toMatch(/^督办台账-.*\.xlsx$/);
    await stop(page, "82-due-this-week");
  });

  test("more time is asked for by keys alone; a day that is none is told", async () => {
    await page.goto(`${base}/ledger/${handed}`);
    await page.locator(".next .ant-segmented-item", { hasText: "申请延期" }).click();
    const field = page.getByLabel("延期至", { exact: true });
    await field.focus();
    await page.keyboard.type("2026-13-45");
    await page.keyboard.press("Tab");
    await page.locator(".date-field-wrong", { hasText: "2026-13-45" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".day-grid").waitFor();
    await stop(page, "83-calendar");
    for (const key of ["PageDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    expect(await field.inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await page.locator(".day-grid").count()).toBe(0);
    await page.getByLabel("延期理由").fill("连日降雨，入户推迟");
    await page.locator(".step-form").getByRole("button", { name: "申请延期" }).click();
    await page.locator(".course", { hasText: "连日降雨" }).waitFor();
    expect(way.complaints).toEqual([]);
  });

  test("it is suspended by its issuer: a grey light with its word, and no report", async () => {
    await become("county-office");
    await page.goto(`${base}/ledger/${handed}`);
    await page.locator(".next .ant-segmented-item", { hasText: /^挂起$/ }).click();
    await page.getByLabel("具体原因").fill("汛期道路中断");
    await page.getByLabel("从哪天起").fill(days_from_now(0));
    await page.getByLabel("最迟恢复日（挂起的最后一天）").fill(days_from_now(2));
    await page.locator(".step-form").getByRole("button", { name: /^挂\s?起$/ }).click();
    await page.locator(".light-suspended", { hasText: "挂起" }).first().waitFor();
    await page.locator(".course", { hasText: "期限照算" }).waitFor();
    await stop(page, "84-suspended");
    await become("township-clerk");
    expect(await act(handed, "reports", { text: "做完了", evidence: [] })).toBe(409);
    expect(way.complaints).toEqual([]);
  });

  test("on a phone nothing is wider than the screen, today comes first", async () => {
    const phone = await visit(390, 844);
    await enter(phone.page, "township-clerk");
    await phone.page.locator(".morning h3").first().waitFor();
    const [today, waiting] = await Promise.all(
      [".morning-panel", ".workbench-lists"].map((part) => phone.page.locator(part).boundingBox()),
    );
    expect(today?.y).toBeLessThan(waiting?.y ?? 0);
    const too_wide: string[] = [];
    for (const path of ["/", "/ledger", "/sources", "/load", "/tables", "/problems", "/late"]) {
      await phone.page.goto(base + path);
      await phone.page.locator("h1").waitFor();
      await phone.page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) too_wide.push(path);
    }
    expect(too_wide).toEqual([]);
    await phone.close();
  });
});
