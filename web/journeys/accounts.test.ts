// Accounts: the three administrators, signing in by password and code, locks, the emergency view.
import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  base, choose_in_menu, close_browser, enter, stop, switch_to, visit, type Visit,
} from "./browser";

const run = String(Date.now()).slice(-8);
const login = `tester${run}`;
const first = `first words for ${run}`;
const password = `own words for ${run}`;

let office: Visit; // where the administrators sit
let page: Page;
let desk: Visit; // where the new account signs in
let own: Page;
let secret = "";
let spares: string[] = []; // recovery codes, each good once

const fill = (label: string, text: string, on = page) =>
  on.getByLabel(label, { exact: true }).fill(text);
const go = async (name: string) => {
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};

/** Picks from an antd select: its list is virtual, so it is typed for and then clicked. */
async function choose(label: string, typed: string, option: string, on = page): Promise<void> {
  const box = on.getByLabel(label, { exact: true });
  await box.click();
  await box.fill(typed);
  // A list that is still being searched for is replaced under the pointer.
  await on.waitForTimeout(1000);
  await on
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", {
      hasText: option,
    })
    .first()
    .click();
}

/** RFC 6238 with six digits and steps of thirty seconds, written apart from the server's. */
function code_of(base32: string, steps = 0): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(base32, (one) => letters.indexOf(one).toString(2).padStart(5, "0"));
  const bytes = (bits.join("").match(/.{8}/g) ?? []).map((one) => parseInt(one, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function to_the_door(): Promise<void> {
  await own.goto(base);
  await own.getByRole("button", { name: "用账号和密码登录" }).click();
}

async function sign_in(word: string, code?: string): Promise<void> {
  await fill("账号", login, own);
  await fill("密码", word, own);
  if (code !== undefined) await fill("六位动态口令", code, own);
  await own.locator(".login button[type=submit]:not(.ant-btn-loading)").click();
}

async function sign_out(): Promise<void> {
  const door = own.getByRole("button", { name: "用账号和密码登录" });
  await choose_in_menu(own, "退出登录", door);
}

const refusal = (text: RegExp) => own.locator(".failed", { hasText: text }).first().waitFor();
const inside = () => own.locator(".account", { hasText: `试用${run}` }).waitFor();
const row = () => page.locator("tr.ant-table-row", { hasText: login });

beforeAll(async () => {
  office = await visit();
  page = office.page;
  desk = await visit();
  own = desk.page;
});
afterAll(close_browser);

describe.sequential("accounts", () => {
  test("the security administrator opens an account for a post", async () => {
    await enter(page, "security-officer");
    await go("账号");
    await row().first().waitFor({ state: "detached" });
    await stop(page, "50-accounts");
    await page.getByRole("button", { name: "开通账号" }).click();
    await fill("账号", login);
    await fill("姓名", `试用${run}（演示）`);
    await choose("岗位所在的区划", "hzs", "杭州市");
    await choose("岗位", "杭州市民政局", "局长");
    await choose("职责", "领导", "领导");
    await page.keyboard.press("Escape");
    await fill("初始密码", "short");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("E-AUTH-120").waitFor();
    await stop(page, "51-account-refused");
    await fill("初始密码", first);
    await page.getByRole("button", { name: "保存" }).click();
    await fill("查找账号、姓名或岗位", login);
    await row().getByText("杭州市民政局").waitFor();
    await stop(page, "52-account-opened");
  });

  test("its holder signs in by password", async () => {
    await to_the_door();
    await stop(own, "53-door-by-password");
    await sign_in(`not ${first}`);
    await refusal(/E-AUTH-101/);
    await stop(own, "54-wrong-password");
    await sign_in(first);
    await inside();
  });

  test("a first password is changed before anything else", async () => {
    await own.getByText("密码是别人设的").waitFor();
    await own.goto(`${base}/ledger`);
    await own.getByText("密码是别人设的").waitFor();
    expect(own.url()).toBe(`${base}/security`);
    await stop(own, "54-first-password");
    await fill("原密码", first, own);
    await fill("新密码", first, own);
    await fill("再输一遍新密码", first, own);
    await own.getByRole("button", { name: "保存" }).click();
    await refusal(/E-AUTH-125/);
    await fill("新密码", password, own);
    await fill("再输一遍新密码", password, own);
    await own.getByRole("button", { name: "保存" }).click();
    await own.getByText("密码是别人设的").waitFor({ state: "detached" });
    await own.getByRole("link", { name: "督办台账", exact: true }).waitFor();
    await stop(own, "54-own-password");
    await sign_out();
  });

  test("five wrong passwords lock it; the security administrator lifts the lock", async () => {
    await to_the_door();
    for (let i = 0; i < 5; ++i) {
      await sign_in(`wrong ${i}`);
      await refusal(/E-AUTH-101/);
      await own.locator(".failed").getByRole("button").first().click();
    }
    await sign_in(password);
    await refusal(/E-AUTH-105/);
    await stop(own, "55-locked");
    await page.reload();
    await fill("查找账号、姓名或岗位", login);
    await row().getByText("锁定至").waitFor();
    await stop(page, "56-locked-account");
    await row().getByRole("button", { name: "解锁" }).click();
    await fill("原因", "本人到场核实");
    await page.getByRole("button", { name: "保存" }).click();
    await row().getByText("正常").waitFor();
    await sign_in(password);
    await inside();
  });

  test("one-time codes are set up, asked for, refused and taken", async () => {
    const security = own.getByRole("heading", { name: "账号安全", level: 1 });
    await choose_in_menu(own, "账号安全", security);
    await stop(own, "57-own-security");
    await fill("现在的密码", password, own);
    await own.getByRole("button", { name: "启用动态口令" }).click();
    secret = (await own.locator(".security-secret").textContent()) ?? "";
    await fill("六位动态口令", code_of(secret, 20), own);
    await own.getByRole("button", { name: "确认启用" }).click();
    await refusal(/E-AUTH-114/);
    await stop(own, "58-code-refused-at-setup");
    await fill("六位动态口令", code_of(secret), own);
    await own.getByRole("button", { name: "确认启用" }).click();
    await own.locator(".recovery-codes li").first().waitFor();
    spares = await own.locator(".recovery-codes li").allTextContents();
    expect(spares.length).toBe(10);
    await stop(own, "59-recovery-codes");
    await sign_out();
    await to_the_door();
    await sign_in(password);
    await refusal(/E-AUTH-110/);
    await stop(own, "60-code-asked-for");
    await sign_in(password, code_of(secret, 20));
    await refusal(/E-AUTH-111/);
    // The step that set it up is used up; the next one is taken early by one step.
    await sign_in(password, code_of(secret, 1));
    await inside();
    await sign_out();
    await to_the_door();
    await sign_in(password);
    await refusal(/E-AUTH-110/);
    await sign_in(password, spares[0]);
    await inside();
    await sign_out();
  });

  test("own sessions are seen, and ended from here", async () => {
    await to_the_door();
    await sign_in(password);
    await refusal(/E-AUTH-110/);
    await sign_in(password, spares[1]);
    await inside();
    const other = await visit();
    const here = own;
    own = other.page;
    await to_the_door();
    await sign_in(password);
    await refusal(/E-AUTH-110/);
    await sign_in(password, spares[2]);
    await inside();
    own = here;
    await own.goto(`${base}/security`);
    const lines = own.locator(".own-sessions li");
    await lines.nth(1).waitFor();
    await stop(own, "60-own-sessions");
    await own.getByRole("button", { name: "退出其他全部登录" }).click();
    const asked = own.getByRole("dialog");
    await asked.getByLabel("现在的密码").fill(password);
    await asked.getByRole("button", { name: "退出", exact: true }).click();
    await lines.nth(1).waitFor({ state: "detached" });
    await other.page.reload();
    await other.page.getByRole("button", { name: "用账号和密码登录" }).waitFor();
    await other.close();
    await sign_out();
  });

  test("a leader breaks the glass with a reason, and the role switch comes back", async () => {
    await enter(own, "county-chief");
    await own.goto(`${base}/security`);
    await own.getByRole("heading", { name: "紧急查看" }).waitFor();
    await choose("查看哪个区划（含本单位的上级）", "hzs", "杭州市", own);
    await own.getByRole("button", { name: "申请紧急查看" }).click();
    await own.getByText("请填写").first().waitFor();
    await fill("原因", `防汛演练${run}`, own);
    await stop(own, "61-break-the-glass");
    await own.getByRole("button", { name: "申请紧急查看" }).click();
    await own.getByText("紧急查看已开启").waitFor();
    await stop(own, "62-glass-broken");
    await switch_to(own, "county-office");
    await own.goto(`${base}/security`);
    await own.getByRole("heading", { name: "账号安全", level: 1 }).waitFor();
    expect(await own.getByRole("heading", { name: "紧急查看" }).count()).toBe(0);
  });

  test("each of the three administrators sees only what is his", async () => {
    const pages = { divisions: "行政区划", staff: "机构与人员", accounts: "账号", audit: "审计日志" };
    const sees: Record<string, Array<keyof typeof pages>> = {
      administrator: ["divisions", "staff"],
      "security-officer": ["divisions", "staff", "accounts"],
      "audit-officer": ["divisions", "staff", "audit"],
    };
    for (const [who, may] of Object.entries(sees)) {
      await switch_to(page, who);
      const menu = page.getByRole("navigation");
      for (const [path, name] of Object.entries(pages)) {
        const allowed = may.some((one) => one === path);
        const entry = menu.getByRole("link", { name, exact: true });
        await (allowed ? entry.waitFor() : entry.waitFor({ state: "detached" }));
        if (allowed) continue;
        // The address is known to everybody; the server refuses what lies behind it.
        await page.goto(`${base}/administration/${path}`);
        await page.getByText("E-AUTH-001").first().waitFor();
      }
      await stop(page, `63-refused-${who}`);
      await page.goto(base);
    }
  });

  test("the auditor reads what happened, and who was refused", async () => {
    await go("审计日志");
    await page.getByLabel("只看这个账号").fill(login);
    await page.getByLabel("只看这个账号").press("Enter");
    const lines = page.locator("tr.ant-table-row");
    for (const kind of ["开通账号", "锁定账号", "解锁账号", "启用动态口令", "使用恢复码"]) {
      await lines.filter({ hasText: kind }).first().waitFor();
    }
    await lines.filter({ hasText: "本人到场核实" }).first().waitFor();
    await stop(page, "64-audit-of-an-account");
    await page.getByLabel("只看这个账号").fill("county-chief");
    await page.getByLabel("只看这个账号").press("Enter");
    await lines.filter({ hasText: `防汛演练${run}` }).first().waitFor();
    await stop(page, "65-audit-of-the-glass");
  });

  test("nothing broke on the way", () => {
    expect(office.complaints).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});
