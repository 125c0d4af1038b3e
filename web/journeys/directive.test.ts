// From a document to a task that is struck off, and the ledger as a workbook.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, close_browser, enter, stop, switch_to, visit, type Visit } from "./browser";
import { names_and_texts } from "./zip";

// Another number each run, so that the same server can be walked through again.
const run = String(Date.now()).slice(-8);
const title = `上城区召开民政重点任务部署会（第${run}次）`;
const document_text = `${title}
${new Date().getFullYear()}年3月10日，上城区民政局召开民政重点任务部署会。局党组书记、局长主持会议并讲话。
会议要求，一要健全低收入人口动态监测机制，各街道于3月底前完成1200户重点对象入户核查；二要建设12个社区邻里互助点；三要每季度开展一次养老机构消防安全隐患排查。
会议强调，各党支部要在3月20日前完成会议精神的专题学习。
`;
const wanted = "1200户重点对象入户核查";

let way: Visit;
let page: Page;
const state_of = () => page.locator(".task-tags .state");
const open_wanted = async () => {
  await page.goto(`${base}/ledger?q=${encodeURIComponent(wanted)}`);
  await page.locator(".ledger-table tbody tr", { hasText: title }).first()
    .locator(".row-text").click();
  await page.locator(".next").waitFor();
};

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(close_browser);

describe.sequential("the directive's way", () => {
  test("a role is chosen, the banner says that all is invented", async () => {
    await page.goto(base);
    await page.locator(".role-card").first().waitFor();
    await stop(page, "01-entrance");
    await enter(page, "county-office");
    expect(await page.locator(".demo-banner").innerText()).toContain("演示数据，均为虚构");
    await page.locator(".tally").first().waitFor();
    await stop(page, "02-workbench");
  });

  test("files are dropped: one is read, an empty one is refused and stops nobody", async () => {
    await page.getByRole("link", { name: "文件", exact: true }).click();
    await page.locator("input[type=file]").setInputFiles([
      { name: "空.txt", mimeType: "text/plain", buffer: Buffer.from("") },
      { name: "部署会.txt", mimeType: "text/plain", buffer: Buffer.from(document_text) },
    ]);
    await page.locator(".upload", { hasText: "部署会.txt" }).getByText(/已收到，拟定 \d+ 条/).waitFor();
    const refused = page.locator(".upload", { hasText: "空.txt" });
    await refused.locator(".failed-code", { hasText: /^E-[A-Z]+-\d{3}$/ }).waitFor();
    await stop(page, "03-documents");
  });

  test("both texts stand side by side, the proposals are marked and listed", async () => {
    await page.locator(".document-table").getByRole("link", { name: title }).click();
    await page.locator(".card").first().waitFor();
    const clean = page.getByRole("region", { name: "净文" });
    const original = page.getByRole("region", { name: "原文" });
    expect(await clean.innerText()).toContain("低收入人口动态监测");
    expect(await original.innerText()).toContain("低收入人口动态监测");
    const cards = await page.locator(".card").count();
    expect(cards).toBeGreaterThanOrEqual(3);
    expect(await clean.locator("mark[data-number]").count()).toBe(cards);
    await clean.locator("mark", { hasText: wanted }).first().click();
    expect(await page.locator(".card-active").innerText()).toContain(wanted);
    await stop(page, "04-review");
  });

  test("some are confirmed, by key and by ticking; one is rejected with a reason", async () => {
    const chosen = page.locator(".card-active");
    await page.keyboard.press("a");
    await page.locator(".card-confirmed", { hasText: wanted }).waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("已有专项部署，不再单列");
    await stop(page, "05-reject");
    await chosen.locator("button[type=submit]").click();
    await page.locator(".card-rejected").waitFor();
    await page.locator(".card-proposed input[type=checkbox]").first().check();
    await page.getByRole("button", { name: "确认所选 1 条" }).click();
    await expect.poll(() => page.locator(".card-confirmed").count()).toBe(2);
    await stop(page, "06-decided");
    await page.getByRole("button", { name: "阅读结果" }).click();
    await page.getByText("编码").waitFor();
    await stop(page, "07-facts");
    await page.keyboard.press("Escape");
  });

  test("the ledger shows them with owner, date and light", async () => {
    await page.goto(`${base}/ledger`);
    const row = page.locator(".ledger-table tbody tr", { hasText: wanted })
      .filter({ hasText: title });
    await row.waitFor();
    expect(await row.innerText()).toContain("3月底前");
    expect(await row.locator(".light").innerText()).toMatch(/正常|临期|超期/);
    expect(await row.innerText()).toContain("待交办");
    await stop(page, "08-ledger");
    await row.getByRole("link", { name: title }).click();
    await page.locator(".card-active", { hasText: wanted }).waitFor();
  });

  test("one is handed to a township post", async () => {
    await open_wanted();
    await page.getByLabel("承办岗位").click();
    await page.keyboard.type("街道 民政经办");
    await stop(page, "09-assign");
    await page.locator(".ant-select-item", { hasText: "民政经办" }).first().click();
    await page.locator(".step-form").getByRole("button", { name: "交办", exact: true }).click();
    await expect.poll(() => state_of().innerText()).toContain("办理中");
  });

  test("as that post it is reported with evidence", async () => {
    await page.locator(".ant-drawer-close").click();
    await switch_to(page, "township-clerk");
    await page.locator(".waiting", { hasText: wanted }).first().waitFor();
    await stop(page, "10-clerk-workbench");
    await open_wanted();
    await page.locator(".step-form").getByRole("button", { name: "签收", exact: true }).click();
    await page.locator(".task-facts", { hasText: "签收日期" }).waitFor();
    await page.getByLabel("完成情况").fill("1200户全部入户核查完毕，新纳入监测对象36户。");
    await page.locator(".next input[type=file]").setInputFiles([
      { name: "核查汇总表.txt", mimeType: "text/plain", buffer: Buffer.from(`汇总 ${run}`) },
    ]);
    await page.locator(".evidence", { hasText: "核查汇总表.txt" }).waitFor();
    await expect.poll(() => page.locator(".evidence .ant-progress").count()).toBe(0);
    await page.reload();
    await page.locator(".evidence", { hasText: "核查汇总表.txt" }).waitFor();
    expect(await page.getByLabel("完成情况").inputValue()).toContain("新纳入监测对象36户");
    await stop(page, "11-report");
    await page.locator(".step-form").getByRole("button", { name: "报结", exact: true }).click();
    await expect.poll(() => state_of().innerText()).toContain("已报结");
  });

  test("the supervision officer looks at the evidence and verifies", async () => {
    await page.locator(".ant-drawer-close").click();
    await switch_to(page, "county-inspector");
    await open_wanted();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: /^下载\s*核查汇总表\.txt/ }).click();
    expect((await readFile(await (await saving).path())).length).toBeGreaterThan(0);
    await stop(page, "12-verify");
    await page.locator(".step-form").getByRole("button", { name: "核验通过" }).click();
    await expect.poll(() => state_of().innerText()).toContain("已核验");
  });

  test("the issuer strikes it off; the course names every step", async () => {
    await page.locator(".ant-drawer-close").click();
    await switch_to(page, "county-office");
    await open_wanted();
    await page.locator(".step-form").getByRole("button", { name: "销号", exact: true }).click();
    await expect.poll(() => state_of().innerText()).toContain("已销号");
    const course = await page.locator(".course").innerText();
    for (const text of ["新纳入监测对象36户", "核查汇总表.txt"]) expect(course).toContain(text);
    await stop(page, "13-struck-off");
  });

  test("the ledger is exported as a workbook with the task in it", async () => {
    await page.goto(`${base}/ledger?state=struck_off`);
    await page.locator(".ledger-table").waitFor();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 Excel" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
    const files = names_and_texts(await readFile(await saved.path()));
    expect(Array.from(files.keys())).toContain("xl/workbook.xml");
    expect(Array.from(files.values()).join("")).toContain(wanted);
  });

  test("the figures of the workbench open what they count", async () => {
    await page.goto(base);
    const figure = page.locator(".tally-struck_off");
    const count = Number((await figure.locator(".tally-value").innerText()).replace(/\D/g, ""));
    expect(count).toBeGreaterThan(0);
    await figure.click();
    await page.getByText(new RegExp(`/ ${count} 件`)).waitFor();
    expect(page.url()).toContain("state=struck_off");
  });

  test("the log is found whole", async () => {
    await switch_to(page, "administrator");
    await page.getByRole("link", { name: "日志核验", exact: true }).click();
    await page.getByRole("button", { name: "开始核验" }).click();
    await page.getByText("日志完整，未发现改动").waitFor();
    await stop(page, "14-log");
  });

  test("nothing broke on the way", () => expect(way.complaints).toEqual([]));
});
