// Administration: divisions by day, offices and people.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close_browser, enter, stop, visit, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);

let way: Visit;
let page: Page;
const go = async (name: string) => {
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};
const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

describe.sequential("administration", () => {
  test("a division is found by pinyin initials and shown as it was", async () => {
    await enter(page, "administrator");
    await go("行政区划");
    await page.locator(".division-facts").waitFor();
    await stop(page, "40-divisions");
    await page.getByRole("combobox", { name: "按名称、拼音首字母或代码查找区划" }).fill("hzs");
    await page.locator(".division-option", { hasText: "杭州市" }).first().click();
    await page.getByRole("heading", { name: /杭州市/ }).waitFor();
    await page.getByLabel("查看这一天的区划").fill("2020-01-01");
    await page.keyboard.press("Enter");
    await page.getByText("按 2020-01-01 的区划显示").waitFor();
    await stop(page, "41-divisions-of-a-day");
    await page.getByRole("button", { name: "回到今天" }).click();
  });

  test("a change is seen first, then recorded for ever", async () => {
    await page.getByRole("button", { name: "登记变更" }).click();
    await fill("新名称", `杭州市${run}`);
    await fill("批准文号", `演示〔2026〕${run}号`);
    await page.getByRole("button", { name: "先看结果" }).click();
    await page.getByRole("heading", { name: "这样登记会发生什么" }).waitFor();
    await stop(page, "42-change-seen-first");
    await page.getByRole("button", { name: "确认登记" }).click();
    await page.locator(".change", { hasText: run }).first().waitFor();
    await page.getByRole("heading", { name: new RegExp(`杭州市${run}`) }).waitFor();
    await stop(page, "43-change-recorded");
  });

  test("as known on a day before, the change is not there", async () => {
    const name = page.getByRole("heading", { name: new RegExp(`杭州市${run}`) });
    await page.getByLabel("按当时所知").fill("2020-01-31");
    await page.keyboard.press("Enter");
    await page.getByText("只算 2020-01-31 及以前登记的").waitFor();
    await name.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "杭州市" }).waitFor();
    await stop(page, "43-change-not-known-yet");
    await page.getByRole("button", { name: "回到今天" }).click();
    await name.waitFor();
  });

  test("a change that is wrong is corrected, then taken back; the list shows both", async () => {
    const recorded = page.locator(".change", { hasText: `演示〔2026〕${run}号` });
    await recorded.getByRole("button", { name: "更正" }).click();
    await page.getByLabel("新名称", { exact: true }).waitFor();
    expect(await page.getByLabel("新名称", { exact: true }).inputValue()).toBe(`杭州市${run}`);
    await fill("新名称", `杭州新市${run}`);
    await fill("错在哪里", "名称记错，以批复为准");
    await page.getByRole("button", { name: "先看结果" }).click();
    await page.getByRole("heading", { name: "这样登记会发生什么" }).waitFor();
    await stop(page, "43-correction-seen-first");
    await page.getByRole("button", { name: "确认登记" }).click();
    await page.getByRole("heading", { name: new RegExp(`杭州新市${run}`) }).waitFor();
    await page.getByText("名称记错，以批复为准").first().waitFor();
    const right = page.locator(".change:not(.change-withdrawn)", {
      hasText: `更名为 杭州新市${run}`,
    });
    await right.getByRole("button", { name: "撤回" }).click();
    await fill("错在哪里", "没有这份批复");
    await page.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
    await page.getByRole("heading", { name: /^杭州市 / }).waitFor();
    await page.getByText("没有这份批复").first().waitFor();
    await stop(page, "43-change-taken-back");
    const withdrawn = page.locator(".change-withdrawn", { hasText: `更名为 杭州新市${run}` });
    await withdrawn.getByRole("link", { name: "看撤回前的区划" }).click();
    await page.getByRole("heading", { name: new RegExp(`杭州新市${run}`) }).waitFor();
    await page.getByRole("button", { name: "回到今天" }).click();
    await page.getByRole("heading", { name: /^杭州市 / }).waitFor();
  });

  test("a post is created and held; an overlapping term is refused with its reason", async () => {
    await go("机构与人员");
    await page.locator(".unit-head").first().waitFor();
    await stop(page, "44-staff");
    await page.getByLabel("按单位或岗位名称查找").fill("没有这个单位");
    await page.getByLabel("按单位或岗位名称查找").press("Enter");
    await page.getByText("没有找到").waitFor();
    await page.getByLabel("按单位或岗位名称查找").fill("民政局");
    await page.getByLabel("按单位或岗位名称查找").press("Enter");
    await page.locator(".unit-head", { hasText: "民政局" }).first().waitFor();
    await stop(page, "44-staff-found");
    await page.getByRole("button", { name: "设立岗位" }).first().click();
    await fill("岗位", `专员${run}`);
    await page.getByRole("button", { name: "保存" }).click();
    const row = page.locator("tr", { hasText: `专员${run}` });
    await row.getByRole("button", { name: "任职" }).click();
    await fill("任职人", "李试（演示）");
    await fill("起始日期", "2025-01-01");
    await page.getByRole("button", { name: "保存" }).click();
    await row.getByText("李试（演示）").first().waitFor();
    await stop(page, "45-staff-appointed");
  });

  test("a person's number is sealed, masked and shown whole only with a reason", async () => {
    await page.getByRole("tab", { name: "人员" }).click();
    await page.getByRole("button", { name: "登记人员" }).click();
    await fill("姓名", `赵试${run}（演示）`);
    await fill("电话", "13800000000");
    await page.getByRole("button", { name: "保存" }).click();
    const row = page.locator("tr", { hasText: `赵试${run}` });
    await row.getByText("138****0000").waitFor();
    await row.getByRole("button", { name: "查看完整号码" }).click();
    await fill("原因", "核实任职");
    await stop(page, "46-reveal");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("13800000000").waitFor();
    await page.getByRole("button", { name: "知道了" }).click();
  });

  test("nothing broke on the way", () => expect(way.complaints).toEqual([]));
});
