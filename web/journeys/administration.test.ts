// Administration: divisions by day, offices and people, accounts with lockout and codes, audit.
import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close_browser, enter, stop, switch_to, visit, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);
const login = `journey-${run}`;
const password = `four words of run ${run}`;

/** RFC 6238 with the defaults every authenticator has. */
function code_at(secret: string, step: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
const step_now = () => Math.floor(Date.now() / 30_000);

let way: Visit;
let page: Page;
const go = async (name: string) => {
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};
const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const by_password = async (word: string) => {
  await fill("账号", login);
  await fill("密码", word);
  await page.getByRole("button", { name: "登录", exact: true }).click();
};
const at_the_door = async () => {
  await page.locator(".account").click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.getByRole("button", { name: "用账号和密码登录" }).click();
};

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

  test("a post is created and held; an overlapping term is refused with its reason", async () => {
    await go("机构与人员");
    await page.locator(".unit-head").first().waitFor();
    await stop(page, "44-staff");
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

  test("the security administrator opens an account", async () => {
    await switch_to(page, "security-officer");
    await page.getByRole("heading", { name: "账号", level: 1 }).waitFor();
    await page.locator("tbody tr").first().waitFor();
    await stop(page, "47-accounts");
    await page.getByRole("button", { name: "开通账号" }).click();
    await fill("账号", login);
    await fill("姓名", "周试（演示）");
    await page.getByLabel("岗位", { exact: true }).fill("上城区民政局 局长");
    await page.locator(".ant-select-item-option", { hasText: "局长" }).first().click();
    await page.getByLabel("职责", { exact: true }).click();
    await page.locator(".ant-select-item-option", { hasText: "领导" }).click();
    await page.keyboard.press("Escape");
    await fill("初始密码", password);
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator("tr", { hasText: login }).waitFor();
  });

  test("five wrong passwords lock it; it is unlocked with a reason", async () => {
    await at_the_door();
    await stop(page, "48-login");
    for (let i = 0; i < 5; i += 1) {
      await by_password(`wrong ${i}`);
      await page.getByText("E-AUTH-101").waitFor();
      await page.locator(".failed .ant-alert-close-icon").click();
    }
    await by_password(password);
    await page.getByText("E-AUTH-105").waitFor();
    await stop(page, "49-locked-out");
    await page.reload();
    await enter(page, "security-officer");
    const row = page.locator("tr", { hasText: login });
    await row.getByRole("button", { name: "解锁" }).click();
    await fill("原因", "本人到场核实");
    await page.getByRole("button", { name: "保存" }).click();
    await row.getByText("正常").waitFor();
  });

  test("one-time codes are turned on and asked for", async () => {
    await at_the_door();
    await by_password(password);
    await page.locator(".account", { hasText: "周试" }).click();
    await page.getByRole("menuitem", { name: "账号安全" }).click();
    await page.getByRole("heading", { name: "账号安全", level: 1 }).waitFor();
    await page.getByRole("button", { name: "启用动态口令" }).click();
    const secret = await page.locator(".security-secret").innerText();
    const used = step_now();
    await fill("六位动态口令", code_at(secret, used));
    await stop(page, "50-second-factor");
    await page.getByRole("button", { name: "确认启用" }).click();
    await page.locator(".recovery-codes li").first().waitFor();
    expect(await page.locator(".recovery-codes li").count()).toBe(10);
    await stop(page, "51-recovery-codes");
    await at_the_door();
    await by_password(password);
    await page.getByLabel("六位动态口令").waitFor();
    await stop(page, "52-code-asked");
    await fill("六位动态口令", code_at(secret, used + 1));
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.locator(".account", { hasText: "周试" }).waitFor();
  });

  test("the audit administrator reads all of it", async () => {
    await page.locator(".account").click();
    await page.getByRole("menuitem", { name: "韩辰（演示）" }).click();
    await page.getByRole("heading", { name: "审计日志", level: 1 }).waitFor();
    for (const words of ["锁定账号", "解锁账号", "启用动态口令", "查看完整号码"]) {
      await page.locator("tbody").getByText(words).first().waitFor();
    }
    await stop(page, "53-audit");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Audit log", level: 1 }).waitFor();
    await stop(page, "54-audit-english");
    expect(way.complaints).toEqual([]);
  });
});
