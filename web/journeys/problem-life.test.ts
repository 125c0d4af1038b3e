// The life of problems: judged before they are listed, on a list that is frozen, thawed and closed,
// given a later date, reviewed year by year, and told back to who said it.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, close_browser, enter, stop, visit, visits, type Visit } from "./browser";

const run = String(Date.now()).slice(-8);
const list = `办事难问题清单（第${run}次）`;
const day = (ahead: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
/** What was heard; the first two are one problem. */
const heard = ["跑三趟", "要五份材料", "窗口总排队", "路灯不亮", "助餐补贴慢"].map((one) => one + run);
const [many_ways, papers, queue, lamp, meals] = heard as [string, string, string, string, string];

const people = [
  "county-office", "province-office", "township-clerk", "county-inspector",
] as const;
const ways: Visit[] = [];
let page: Page;
let list_page = "";
const pages = new Map<string, string>();

const become = (login: (typeof people)[number]) => {
  page = ways[people.indexOf(login)]?.page ?? page;
};
const facts = page_of("基本情况");
const next = page_of("下一步");
function page_of(title: string) {
  return () => page.locator(".panel").filter({ has: page.getByRole("heading", { name: title }) });
}
const open = async (problem: string) => {
  await page.goto(pages.get(problem) ?? "");
  await page.locator(".problem-state").waitFor();
};
const state_is = async (words: string) => {
  await expect.poll(() => page.locator(".problem-state").innerText()).toBe(words);
};
const fact = async (words: string) => {
  await expect.poll(() => facts().innerText()).toContain(words);
};
const offered = () => next().locator(".ant-segmented-item, .step-form button").allInnerTexts();
const choose = async (label: string, words: string) => {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(words);
  await page.locator(".ant-select-item-option", { hasText: words }).first().click();
};
const take = (name: string) =>
  next().locator(".ant-segmented-item", { hasText: new RegExp(`^${name}$`) }).first().click();
const send = (name: string) =>
  page.locator(".step-form").getByRole("button", { name: new RegExp(`${name}$`) }).click();
const refused = (code: string) => page.locator(".failed-code", { hasText: code }).waitFor();
const attach = async (name: string) => {
  await page.locator("input[type=file]").setInputFiles([
    { name, mimeType: "text/plain", buffer: Buffer.from(`${name} ${run}`) },
  ]);
  await page.locator(".evidence, .files", { hasText: name }).first().waitFor();
};
const save = async () => {
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: /保\s?存$/ }).click();
  await form.waitFor({ state: "detached" });
};
const merge = async (text: string, said: string[]) => {
  await page.goto(`${base}/problems`);
  const more = page.getByRole("button", { name: "继续加载" });
  for (const each of said) {
    const one = page.getByRole("checkbox", { name: each });
    await page.locator(".merge").waitFor();
    while (!(await one.isVisible()) && (await more.isVisible())) await more.click();
    await one.check();
  }
  await page.getByLabel("问题表述").fill(text);
  await page.getByRole("button", { name: "归并为一个问题" }).click();
  await state_is("待研判");
  pages.set(text, page.url());
};
const confirm = async (nature: string) => {
  await choose("性质", nature);
  await choose("难易", "一般");
  await page.getByLabel("原因分析").fill("窗口之间不通");
  await send("研判");
};
const put_on_list = async (number: string) => {
  await choose("清单", list);
  await page.getByLabel("序号").fill(number);
  await send("列入清单");
};
const list_step = async (name: string, reason = "") => {
  await page.goto(list_page);
  const form = page.getByRole("form", { name: "清单的办理" });
  await form.waitFor();
  await form.locator(".ant-segmented-item", { hasText: new RegExp(`^${name}$`) }).click();
  if (name === "冻结") await page.getByLabel("冻结日").fill(day(0));
  await page.getByLabel("理由").fill(reason);
  await form.getByRole("button", { name: new RegExp(`${name}$`) }).click();
};

beforeAll(async () => {
  ways.push(...(await visits(people)));
});
afterAll(close_browser);

describe.sequential("the life of a problem", () => {
  test("what was heard becomes problems; none is on a list before it is judged", async () => {
    become("county-office");
    await page.goto(`${base}/problems`);
    await page.getByRole("button", { name: "开展调研" }).click();
    await page.getByLabel("调研名称").fill(`窗口走访第${run}次`);
    await page.getByLabel("开始日期").fill(day(-5));
    await page.getByLabel("结束日期").fill(day(5));
    await page.getByRole("dialog").getByRole("button", { name: /保\s?存$/ }).click();
    await page.getByRole("button", { name: "增设工作组" }).click();
    await page.getByLabel("对口地区").fill("清波街道");
    await page.getByLabel("组长").fill("甲（演示）");
    await page.getByLabel("成员").fill("乙（演示）");
    await save();
    await page.getByRole("button", { name: "记原话" }).click();
    await page.getByLabel("地点").fill("便民服务中心");
    await page.getByLabel("提出人类别").fill("办事群众");
    await page.getByLabel("原话", { exact: true }).fill(heard.join("\n"));
    await save();
    await merge(many_ways, [many_ways, papers]);
    expect(await page.locator(".raw li").count()).toBe(2);
    expect(await offered()).not.toContain("列入清单");
    await stop(page, "130-to-be-judged");
    await merge(queue, [queue]);
    await merge(lamp, [lamp]);
    await merge(meals, [meals]);
  });

  test("it is so: with words of the package, and then it may be listed", async () => {
    await open(many_ways);
    await send("研判");
    await refused("E-PROB-041");
    await confirm("服务质量");
    await fact("属实 · 服务质量 · 一般");
    expect(await offered()).toContain("列入清单");
  });

  test("a duplicate goes on in the other with its remark; both is taken back", async () => {
    await open(queue);
    await page.locator(".ant-segmented-item", { hasText: /^重复$/ }).click();
    await choose("并入哪个问题", many_ways);
    await page.getByLabel("理由").fill("都是跑窗口");
    await send("研判");
    await state_is("已并入");
    await page.getByRole("link", { name: many_ways }).click();
    await fact(`并入本问题的 ${queue}`);
    await page.locator(".raw li").nth(2).waitFor();
    await stop(page, "133-took-in");
    await open(queue);
    await page.getByLabel("情况说明").fill("排队另有原因");
    await send("收回研判");
    await state_is("待研判");
    await open(many_ways);
    expect(await page.locator(".raw li").count()).toBe(2);
    expect(await facts().innerText()).not.toContain("并入本问题的");
  });

  test("what is not so is not said by who raised it; an error is taken back", async () => {
    await open(lamp);
    await page.locator(".ant-segmented-item", { hasText: /^不属实$/ }).click();
    await page.getByLabel("理由").fill("现场路灯正常");
    await send("研判");
    await refused("E-PROB-042");
    become("province-office");
    await open(lamp);
    await page.locator(".ant-segmented-item", { hasText: /^不属实$/ }).click();
    await page.getByLabel("理由").fill("现场路灯正常");
    await send("研判");
    await state_is("已研判不列");
    await take("收回研判");
    await page.getByLabel("情况说明").fill("另一处不亮");
    await send("收回研判");
    await state_is("待研判");
    await page.locator(".ant-segmented-item", { hasText: /^不属本级$/ }).click();
    await page.getByLabel("转交单位").fill("区城管局（演示）");
    await page.getByLabel("理由").fill("路灯由城管负责");
    await send("研判");
    await state_is("已转交");
    await fact("不属本级 · 区城管局（演示）");
  });

  test("a list is opened; frozen it takes nothing, thawed it does", async () => {
    become("county-office");
    await page.goto(`${base}/problems`);
    await page.getByText("开新清单").first().click();
    await page.getByLabel("清单名称").fill(list);
    await page.getByLabel("方案").fill("窗口整治");
    await page.getByLabel("来源").fill("走访");
    await page.getByLabel("声明数").fill("3");
    await send("开新清单");
    await page.getByRole("link", { name: list }).click();
    await page.getByRole("heading", { name: list }).waitFor();
    list_page = page.url();
    await open(many_ways);
    await put_on_list("1");
    await state_is("待整改");
    await list_step("冻结", "报上级审核");
    await page.getByText(`${day(0)} 起冻结`).waitFor();
    await open(meals);
    await confirm("政策执行");
    await fact("属实 · 政策执行");
    await put_on_list("2");
    await refused("E-PROB-050");
    await list_step("解除冻结", "审核时要求补一项");
    await page.getByText(`${day(0)} 起冻结`).waitFor({ state: "detached" });
    await open(meals);
    await put_on_list("2");
    await state_is("待整改");
    await list_step("清单办结");
    await refused("E-PROB-052");
    await page.getByText(/还有 2 个问题没有办结/).waitFor();
    await stop(page, "137-close-refused");
  });

  test("a later date is asked for by who corrects it and granted by the office", async () => {
    await open(many_ways);
    await choose("责任岗位", "清波街道民政办（演示） 民政经办");
    await page.getByLabel("整改措施").fill("一窗受理");
    await page.getByLabel("整改时限").fill(day(7));
    await send("定整改方案");
    await fact(day(7));
    become("township-clerk");
    await open(many_ways);
    await take("申请延期");
    await page.getByLabel("延至").fill(day(20));
    await page.getByLabel("延期理由").fill("系统改造中");
    await send("申请延期");
    await fact(`申请延至 ${day(20)}：系统改造中`);
    become("county-office");
    await open(many_ways);
    await stop(page, "139-asked-later");
    await send("批复延期");
    await fact("原时限");
    expect(await facts().locator("div", { hasText: /^整改时限/ }).last().innerText())
      .toContain(day(20));
    expect(await facts().locator("div", { hasText: /^原时限/ }).last().innerText())
      .toContain(day(7));
  });

  test("what goes on for good has its target and is reviewed with evidence", async () => {
    await open(meals);
    await page.locator(".ant-segmented-item", { hasText: /^长期坚持$/ }).click();
    await choose("责任岗位", "清波街道民政办（演示） 民政经办");
    await page.getByLabel("整改措施").fill("每月核对补贴");
    await page.getByLabel("年度目标").fill("补贴十日内到账");
    await page.getByLabel("下次复查日期").fill(day(100));
    await send("定整改方案");
    await state_is("整改中");
    await take("年度复查");
    await page.getByLabel("复查情况").fill("抽查20户，均按时到账");
    await page.getByLabel("下次复查日期").fill(day(300));
    await attach("抽查表.txt");
    await send("年度复查");
    await fact(day(300));
    await state_is("整改中");
    await page.locator(".ant-timeline", { hasText: "抽查20户" }).waitFor();
    await stop(page, "141-reviewed");
  });

  test("done, accepted and struck off, it is told to who said it; the list closes", async () => {
    become("township-clerk");
    await open(many_ways);
    await take("报整改完成");
    await page.getByLabel("情况说明").fill("已一窗受理，材料减到两份");
    await attach("窗口照片.txt");
    await send("报整改完成");
    await state_is("已报整改");
    become("county-inspector");
    await open(many_ways);
    await page.getByLabel("情况说明").fill("现场看过");
    await send("验收通过");
    await state_is("已验收");
    become("county-office");
    await open(many_ways);
    await page.getByLabel("情况说明").fill("同意");
    await send("销号");
    await state_is("已销号");
    await page.locator(".tell-remarks").getByRole("checkbox", { name: papers }).check();
    await page.getByLabel("回访日期").fill(day(0));
    await page.getByLabel("回访人").fill("乙（演示）");
    await choose("回访方式", "当面");
    await page.getByLabel("提出人的答复").fill("满意，一趟办成");
    await stop(page, "142-tell");
    await send("回访");
    const told = page.locator(".raw li", { hasText: papers });
    await expect.poll(() => told.innerText())
      .toContain(`${day(0)} 由乙（演示）当面回访：满意，一趟办成`);
    expect(await page.locator(".raw li", { hasText: many_ways }).innerText()).not.toContain("回访");
    await list_step("清单办结", "全部办结");
    await page.getByText(`${day(0)} 办结`).waitFor();
    const sums = await page.locator(".problem-tags").first().innerText();
    expect(sums).toContain("列入 2，已销号 1，长期坚持 1，挂起 0，已终止 0");
    await stop(page, "144-list-closed");
    expect(ways.flatMap((way) => way.complaints)).toEqual([]);
  });

  test("on a phone nothing is wider than the screen; in English it is English", async () => {
    const phone = await visit(390, 844);
    await enter(phone.page, "county-office");
    const addresses = [
      [`${base}/problems`, "145-phone-lists"], [list_page, "146-phone-list"],
      [pages.get(meals), "147-phone-problem"], [pages.get(queue), "148-phone-judge"],
    ];
    for (const [address, name] of addresses) {
      await phone.page.goto(address ?? "");
      await phone.page.locator(".problem-state, .sentence, .problem-tags").first().waitFor();
      await stop(phone.page, name ?? "");
      const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    }
    await phone.page.getByRole("button", { name: "English" }).click();
    await phone.page.getByRole("heading", { name: "Next step" }).waitFor();
    await stop(phone.page, "149-phone-english");
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});
