// From a meeting to its reach on every order; what is asked, what is held, who is late.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, close_browser, enter, stop, switch_to, visit, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);
const meeting = `民政重点工作调度会（第${run}次）`;
let way: Visit;
let page: Page;
const go = async (name: string) => {
  await page.locator(".shell-nav").getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};
const open_order = async () => {
  await page.goto(`${base}/ledger?state=assigned&state=confirmed`);
  await page.locator(".ledger-table tbody .row-text").first().click();
  await page.locator(".basis").waitFor();
};

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

describe.sequential("sources and what follows from them", () => {
  test("the morning list names what waits and why", async () => {
    await enter(page, "township-clerk");
    await page.locator(".morning h3").first().waitFor();
    await stop(page, "60-morning");
  });

  test("a meeting is recorded once, with those who are to be reached", async () => {
    await switch_to(page, "county-office");
    await go("来源");
    await page.locator(".sources tbody a").first().waitFor();
    await stop(page, "61-sources");
    await page.getByRole("button", { name: "登记会议" }).click();
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel("会议名称").fill(meeting);
    await page.getByLabel("开会日期").fill(today);
    await page.getByLabel("主持").fill("局长（演示）");
    await page.getByLabel("议程", { exact: true }).fill("传达学习\n部署重点任务");
    await page.getByLabel("第一项是第一议题").check();
    await page.getByLabel("应传达的支部和单位")
      .fill("机关支部，330102，12，主会场\n街道支部，330102001，6，分会场");
    await stop(page, "61-meeting-form");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("link", { name: meeting }).click();
    await page.getByRole("button", { name: "登记签到" }).waitFor();
  });

  test("attendance fills the reach, and more than expected is refused", async () => {
    const sign = async (name: string, people: string) => {
      await page.getByLabel("支部或单位").click();
      await page.locator(".ant-select-item", { hasText: name }).click();
      await page.getByLabel("人数").fill(people);
      await page.getByRole("button", { name: "登记签到" }).click();
    };
    await sign("机关支部", "13");
    await page.locator(".failed-code", { hasText: "E-SRC-008" }).waitFor();
    await page.getByLabel("人数").fill("11");
    await page.getByRole("button", { name: "登记签到" }).click();
    await page.getByText("人员 11 / 18").waitFor();
    await stop(page, "62-reach");
  });

  test("an order cites it and shows the same reach", async () => {
    await open_order();
    await page.getByLabel("选择会议或批示").click();
    await page.keyboard.type(run);
    await page.locator(".ant-select-item", { hasText: meeting }).first().click();
    await page.getByRole("button", { name: "列入来源" }).click();
    await page.locator(".basis").getByRole("link", { name: meeting }).first().waitFor();
    expect(await page.locator(".basis-reach").innerText()).toContain("/ ");
    await stop(page, "63-basis");
    await page.locator(".ant-drawer-close").click();
  });

  test("who is late opens its rows; the page for a meeting is built from them", async () => {
    await go("调度");
    await page.locator(".follow .panel").first().waitFor();
    await stop(page, "64-late");
    await page.getByRole("link", { name: "会议一页纸" }).click();
    await page.locator(".follow-dones").waitFor();
    await stop(page, "65-briefing");
    const address = page.url();
    const links = page.locator(".follow-dones a, .follow-figures a, .follow-levels a");
    const opened: string[] = [];
    for (let at = 0; at < await links.count(); ++at) {
      const link = links.nth(at);
      const counted = /[0-9]+/.exec(await link.innerText())?.[0];
      if (counted === undefined) continue;
      await link.click();
      await page.locator(".ledger-foot, .ledger-none").first().waitFor();
      const foot = page.locator(".ledger-foot [role=status]");
      const all = await foot.count() === 0 ? "/ 0 " : await foot.innerText();
      expect(all).toContain(`/ ${counted} `);
      opened.push(counted);
      if (opened.length === 8) await stop(page, "65-briefing-rows");
      await page.goto(address);
      await page.locator(".follow-dones").waitFor();
    }
    expect(opened.length).toBeGreaterThan(10);
  });

  test("every ask of a township is counted and opens", async () => {
    await go("基层负担");
    await page.locator(".follow tbody a").first().waitFor();
    await stop(page, "66-load");
    // The month by the keyboard alone: back by the button, forward in the list.
    const month = await page.locator(".month-field").innerText();
    expect(month).toMatch(/^[0-9]{4}年\s+[0-9]{1,2}月$/);
    const back = page.getByRole("button", { name: "上一月" });
    await back.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/month=/);
    const before = new URL(page.url()).searchParams.get("month") ?? "";
    await page.getByRole("combobox", { name: "月份 年" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".ant-select-item-option-active").waitFor();
    await stop(page, "66-load-years");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const year = Number(before.slice(0, 4)) - 1;
    await page.waitForURL(new RegExp(`month=${year}${before.slice(4)}`));
    await page.getByText("这个月没有向乡镇、村提出要求").waitFor();
    await go("基层负担");
    await page.locator(".follow tbody a").first().click();
    await page.getByText("交办任务").first().waitFor();
    await stop(page, "67-load-rows");
  });

  test("the figures that nobody is asked for", async () => {
    await page.goto(`${base}/indicators/tasks_struck_off`);
    await page.locator(".follow-marked").waitFor();
    await stop(page, "68-indicators");
    const figure = page.locator("tr", { hasText: "办理中任务数" }).getByRole("link");
    const counted = Number.parseInt(await figure.innerText(), 10);
    await figure.click();
    await page.locator(".ledger-table tbody .row-text").first().waitFor();
    expect(await page.locator(".ledger-table tbody .row-text").count()).toBe(counted);
  });

  test("a figure of problems opens exactly the problems that it counts", async () => {
    await page.goto(base);
    await switch_to(page, "ministry-office");
    await go("数据指标");
    const figure = page.locator("tr", { hasText: "整改到位问题数" }).getByRole("link");
    const counted = Number.parseInt(await figure.innerText(), 10);
    expect(counted).toBeGreaterThan(0);
    await figure.click();
    await page.locator(".problems tbody a").first().waitFor();
    await stop(page, "69-problems-counted");
    expect(await page.locator(".problems tbody a").count()).toBe(counted);
    expect(way.complaints).toEqual([]);
  });
});
