// A paper on its way through the agenda pool: taken up, conveyed, turned into measures,
// answered by a task, refused at the look-back and at the archive while something is open, filed.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConveyanceYear, Post } from "../src/api/shapes";
import {
  base, close_browser, confirm_first, enter, stop, visit, visits, type Visit,
} from "./browser";

const run = String(Date.now()).slice(-8);
const title = `关于做好老年助餐服务工作的讲话精神（第${run}次）`;
const meeting = `党组第${run}次会议`;
const day = (ago: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);

/** Everybody in a window of their own: nobody signs off in between. */
const logins = ["county-office", "county-inspector", "township-clerk"] as const;
const ways: Visit[] = [];
let page: Page;
let matter = "";
let task = "";
let before: ConveyanceYear;

async function read<T>(path: string): Promise<T> {
  return (await (await page.request.get(`${base}/api/v1${path}`)).json()) as T;
}
async function act(step: string, data: object): Promise<number> {
  const path = `${base}/api/v1/tasks/${task}`;
  const etag = (await page.request.get(path)).headers()["etag"] ?? "";
  const headers = { "If-Match": etag, "Idempotency-Key": crypto.randomUUID() };
  return (await page.request.post(`${path}/${step}`, { data, headers })).status();
}
const become = (login: (typeof logins)[number]) => {
  page = ways[logins.indexOf(login)]?.page ?? page;
};
const open_matter = async () => {
  await page.goto(matter);
  await page.locator(".conveyance-course").waitFor();
};
const figure = (name: string) =>
  page.locator(".conveyance-figures li", { hasText: name }).locator(".number").innerText();
/** A step of the course: whether it is done, and its note. */
const course = (name: string) =>
  page.locator(".conveyance-course li").filter({ has: page.getByText(name, { exact: true }) });
const says = async (name: string, words: string | RegExp) => {
  const said = typeof words === "string" ? expect.stringContaining(words)
    : expect.stringMatching(words);
  await expect.poll(() => course(name).innerText()).toEqual(said);
};
const send = (name: string) =>
  page.locator(".step-form").getByRole("button", { name: new RegExp(`${name}$`) }).click();
const step = (name: string) =>
  page.locator(".sources-inside .ant-segmented-item", { hasText: new RegExp(`^${name}$`) }).click();
const refused = (code: string) => page.locator(".failed-code", { hasText: code }).waitFor();
const save = async () => {
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: /保\s?存$/ }).click();
  await form.waitFor({ state: "detached" });
};
const sign = async (branch: string, people: string, note = "") => {
  await page.getByLabel("支部或单位").click();
  await page.locator(".ant-select-item", { hasText: branch }).click();
  await page.getByLabel("人数").fill(people);
  await page.getByLabel("说明（更正时必填）").fill(note);
  await page.getByRole("button", { name: "登记签到" }).click();
};
const open_meeting = async () => {
  await open_matter();
  await page.getByRole("link", { name: `${day(0)} ${meeting}` }).click();
  await page.getByRole("button", { name: "登记签到" }).waitFor();
};

beforeAll(async () => {
  ways.push(...(await visits(logins)));
});
afterAll(close_browser);

describe.sequential("a matter from its receipt to the archive", () => {
  test("it comes in and waits in the agenda pool", async () => {
    become("county-office");
    before = await read<ConveyanceYear>("/conveyance-figures");
    await page.goto(`${base}/conveyances`);
    await page.locator(".conveyance-figures").first().waitFor();
    expect(await figure("收到")).toBe(`${before.received} 件`);
    await stop(page, "110-agenda-pool");
    await page.getByRole("button", { name: "登记传达事项" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("题目").fill(title);
    await form.getByLabel("来文单位").fill("上级民政部门（演示）");
    await form.getByLabel("来文字号").fill(`演示发〔${run.slice(0, 4)}〕1号`);
    await form.getByLabel("收到日期").fill(day(4));
    await form.getByLabel("属于第一议题").check();
    await save();
    await page.getByRole("link", { name: title }).click();
    await says("来文登记", day(4));
    matter = page.url();
    await page.getByLabel("拟上会议").fill("下一次党组会议");
    await page.getByLabel("拟开会日期").fill(day(0));
    await send("列入议题");
    await says("列入议题", "下一次党组会议");
    expect(await course("已传达").innerText()).toContain("收到 4 天");
  });

  test("the meeting that takes it up conveys it; its branches are to be reached", async () => {
    await send("登记传达会议");
    const form = page.getByRole("dialog");
    await form.getByLabel("会议名称").fill(meeting);
    await form.getByLabel("开会日期").fill(day(0));
    await form.getByLabel("主持").fill("局长（演示）");
    await form.getByLabel("会议形式").click();
    await page.locator(".ant-select-item", { hasText: "党组（党委）会议" }).click();
    expect(await form.getByRole("checkbox", { name: title }).isChecked()).toBe(true);
    await form.getByLabel("应传达的支部和单位")
      .fill("机关支部，330102，10，主会场\n街道支部，330102001，5，分会场");
    await stop(page, "113-meeting");
    await save();
    await says("已传达", "4 天传达，按时");
    await says("覆盖完成", "0 / 15 人");
    await page.getByLabel("提出意见的分管领导").fill("副局长（演示）");
    await page.getByLabel(/^贯彻措施/).fill("开展助餐点排查，养老科\n组织干部学习");
    await send("登记贯彻意见");
    await page.getByText("每行写：措施，责任单位").waitFor();
    await page.getByLabel(/^贯彻措施/).fill("开展助餐点排查，养老科\n组织干部学习，综合科");
    await send("登记贯彻意见");
    await says("贯彻意见", "2 条");
    await says("分解为任务", "0 / 2");
  });

  test("who came is counted once, on the meeting and on the matter", async () => {
    await open_meeting();
    await sign("机关支部", "10");
    await page.getByText("人员 10 / 15").waitFor();
    await sign("街道支部", "3");
    await page.getByText("人员 13 / 15").waitFor();
    await stop(page, "115-attendance");
    await open_matter();
    await says("覆盖完成", "13 / 15 人");
    expect(await course("覆盖完成").innerText()).toContain("未完成");
  });

  test("a task answers one measure, the other says why it needs none", async () => {
    task = await confirm_first(page, `助餐-${run}.txt`, `关于开展助餐点排查的通知（第${run}号）
各乡镇人民政府、街道办事处：
1. 各乡镇要在年底前完成老年助餐点排查。
`);
    expect(task).not.toBe("");
    await open_matter();
    const pick = page.getByLabel("落实任务", { exact: true });
    await pick.click();
    await pick.fill("老年助餐点排查");
    await page.locator(".ant-select-item-option", { hasText: run }).first().click();
    await send("关联落实任务");
    await says("分解为任务", "1 / 2");
    await step("不需分解");
    await page.getByLabel("为什么不需分解任务").fill("会上已当场组织学习");
    await send("不需分解");
    await says("分解为任务", "2 / 2");
    await says("任务办结", "0 / 1");
    await stop(page, "117-broken-down");
    expect(ways.flatMap((way) => way.complaints)).toEqual([]);
  });

  test("that it held is refused while somebody is not reached or a task is open", async () => {
    become("county-inspector");
    await open_matter();
    await page.getByLabel("看了什么、结果如何").fill("查看签到和任务");
    await send("回头看");
    await refused("E-SRC-031");
    await stop(page, "118-refused");
    become("county-office");
    await open_meeting();
    await page.getByLabel("会后补传达").check();
    await sign("街道支部", "2");
    await page.getByText("人员 15 / 15").waitFor();
    await open_matter();
    await says("覆盖完成", /已完成\s+15 \/ 15 人/);
    become("county-inspector");
    await open_matter();
    // What was typed before the refusal is still there.
    expect(await page.getByLabel("看了什么、结果如何").inputValue()).toBe("查看签到和任务");
    await send("回头看");
    await refused("E-SRC-032");
  });

  test("its task is done, verified and struck off", async () => {
    become("county-office");
    const { items: posts } = await read<{ items: Post[] }>("/posts");
    const post = posts.find((one) => one.unit_name.startsWith("清波街道") && one.holder !== "");
    expect(await act("assignments", { post: post?.id, due: day(-10) })).toBe(200);
    become("township-clerk");
    await page.goto(`${base}/ledger/${task}`);
    await page.locator(".next .ant-segmented-item", { hasText: /^报结$/ }).click();
    await page.getByLabel("完成情况").fill("12个助餐点全部排查");
    await page.locator(".next input[type=file]").setInputFiles([
      { name: "排查表.txt", mimeType: "text/plain", buffer: Buffer.from(run) },
    ]);
    await page.locator(".evidence", { hasText: "排查表.txt" }).waitFor();
    await expect.poll(() => page.locator(".evidence .ant-progress").count()).toBe(0);
    await send("报结");
    await expect.poll(() => page.locator(".task-tags .state").innerText()).toContain("已报结");
    become("county-inspector");
    expect(await act("verifications", { text: "逐点核对" })).toBe(200);
    become("county-office");
    expect(await act("strike-offs", { text: "同意销号" })).toBe(200);
    await open_matter();
    await says("任务办结", /已完成\s+1 \/ 1/);
  });

  test("it held; the archive is refused once the reach is corrected downwards", async () => {
    become("county-inspector");
    await open_matter();
    await send("回头看");
    await says("回头看", "已完成");
    become("county-office");
    await open_meeting();
    await sign("机关支部", "9", "一人当天请假，误记");
    await page.getByText("人员 14 / 15").waitFor();
    await open_matter();
    await page.getByLabel("归档位置或档号").fill(`${run}-1`);
    await send("归档");
    await refused("E-SRC-031");
    await open_meeting();
    await sign("机关支部", "10", "请假的人会后到场，见签到表");
    await page.getByText("人员 15 / 15").waitFor();
    await open_matter();
    expect(await page.getByLabel("归档位置或档号").inputValue()).toBe(`${run}-1`);
    await send("归档");
    await says("归档", "已完成");
    await page.getByText("本事项已归档，没有要办的步骤。").waitFor();
    await stop(page, "120-archived");
  });

  test("the figures of the year counted it, and open it", async () => {
    await page.goto(`${base}/conveyances`);
    await page.locator(".conveyance-figures").first().waitFor();
    const shown = await Promise.all(
      ["收到", "已传达", "已归档", "贯彻措施", "传达覆盖", "任务办结", "党组（党委）会议"].map(figure),
    );
    const sessions = before.sessions.find((one) => one.form === "party_group")?.sessions ?? 0;
    expect(shown).toEqual([
      `${before.received + 1} 件`, `${before.conveyed + 1} 件`, `${before.archived + 1} 件`,
      `${before.measures + 2} 条`,
      `${before.reach.persons_reached + 15} / ${before.reach.persons + 15} 人`,
      `${before.closed + 1} / ${before.tasks + 1}`, `${sessions + 1} 场`,
    ]);
    await page.locator(".conveyance-figures li", { hasText: "已归档" }).getByRole("link").click();
    const row = page.locator("tbody tr", { hasText: title });
    await row.waitFor();
    for (const words of ["已归档", day(4), "4 天传达，按时", "15 / 15 人", "措施 2 条，任务办结 1 / 1"]) {
      expect(await row.innerText()).toContain(words);
    }
    expect(await page.locator("tbody tr.ant-table-row").count()).toBe(before.archived + 1);
    await stop(page, "121-figure-opened");
    expect(ways.flatMap((way) => way.complaints)).toEqual([]);
  });

  test("on a phone nothing is wider than the screen; in English it is English", async () => {
    const phone = await visit(390, 844);
    await enter(phone.page, "county-office");
    for (const [path, name] of [["/conveyances", "122-phone-pool"], [matter, "123-phone-matter"]]) {
      await phone.page.goto(new URL(path ?? "", base).href);
      await phone.page.locator(".conveyance-figures, .conveyance-course").first().waitFor();
      await stop(phone.page, name ?? "");
      const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    }
    await phone.page.getByRole("button", { name: "English" }).click();
    await phone.page.getByRole("heading", { name: "Measures", exact: true }).waitFor();
    await stop(phone.page, "124-phone-english");
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});
