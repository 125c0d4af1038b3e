// The tables of the office: a row by hand, the table out, a cell edited elsewhere, and back.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close_browser, enter, stop, visit, type Visit } from "./browser";

// Another number each run, so that the same server can be walked through again.
const run = String(Date.now()).slice(-8);
const hazard = `消防通道堵塞（第${run}号）`;
const folder = mkdtempSync(join(tmpdir(), "anmin-tables-"));

/** In openpyxl: puts `text` into the column of the row that holds `hazard`. */
function edit(path: string, heading: string, text: string): void {
  const program = `
import sys, openpyxl
path, hazard, heading, text = sys.argv[1:]
work = openpyxl.load_workbook(path)
sheet = work.worksheets[0]
head = {cell.value: cell.column for row in sheet.iter_rows(min_row=3, max_row=4) for cell in row}
row = next(cell.row for line in sheet.iter_rows(min_row=5) for cell in line if cell.value == hazard)
sheet.cell(row, head[heading]).value = text
work.save(path)
`;
  execFileSync("/usr/bin/python3", ["-c", program, path, hazard, heading, text]);
}

let way: Visit;
let page: Page;
const dialog = () => page.locator(".ant-modal", { has: page.locator(".table-outcome, .failed") });

async function fill(label: string, text: string): Promise<void> {
  await page.locator(".row-form").getByLabel(label, { exact: false }).first().fill(text);
}

/** Once the drawer stands still, each of its fields can be scrolled to where nothing covers it. */
async function nothing_is_covered(): Promise<void> {
  const fields = page.locator(".row-form input:visible, .row-form textarea:visible");
  const covered = () =>
    fields.evaluateAll((all) =>
      all.filter((field) => {
        field.scrollIntoView({ block: "end" });
        const { left, bottom } = field.getBoundingClientRect();
        const top = document.elementFromPoint(left + 4, bottom - 2);
        return !(field.contains(top) || field.parentElement?.parentElement?.contains(top));
      }).map((field) => field.id),
    );
  await expect.poll(covered).toEqual([]);
  expect(await fields.count()).toBeGreaterThan(5);
}

async function exported(name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出表格" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("隐患排查整改台账.xlsx");
  const path = join(folder, name);
  await saved.saveAs(path);
  return path;
}

async function send_in(path: string): Promise<void> {
  await page.locator("input[type=file][accept='.xlsx']").setInputFiles([
    { name: "台账.xlsx", mimeType: "application/octet-stream", buffer: readFileSync(path) },
  ]);
  await dialog().waitFor();
}

beforeAll(async () => {
  way = await visit();
  page = way.page;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close_browser();
});

describe.sequential("the tables of the office", () => {
  test("a live table shows the tasks that are there", async () => {
    await enter(page, "county-office");
    await page.getByRole("link", { name: "台账表", exact: true }).click();
    await page.locator(".table-rows").waitFor();
    await stop(page, "60-tables-live");
    await page.getByLabel("选择一张表").click();
    await page.keyboard.type("隐患");
    await page.locator(".ant-select-item", { hasText: "隐患排查整改台账" }).click();
    await page.getByRole("heading", { name: "隐患排查整改台账" }).waitFor();
  });

  test("a row is written in the drawer; who verifies himself is refused", async () => {
    await page.getByRole("button", { name: "加一行" }).first().click();
    await page.locator(".row-form").waitFor();
    for (const [width, height] of [[390, 844], [1366, 768]] as const) {
      await page.setViewportSize({ width, height });
      await nothing_is_covered();
      await stop(page, `61-tables-drawer-${width}`);
    }
    await fill("单位名称", "虚城福利院（演示）");
    await fill("检查日期", "2026-03-01");
    await fill("隐患描述", hazard);
    await fill("整改责任人", "赵钱（演示）");
    await fill("复查（复查人）", "赵钱（演示）");
    await page.locator(".row-foot button[type=submit]").click();
    await page.locator(".row-foot .failed-code", { hasText: "E-TABLE-023" }).waitFor();
    await stop(page, "61-tables-refused");
    await fill("复查（复查人）", "");
    await page.locator(".row-foot button[type=submit]").click();
    await page.locator(".table-rows", { hasText: hazard }).waitFor();
    await stop(page, "62-tables-row");
  });

  test("exported and sent back as it is, it changes nothing", async () => {
    await send_in(await exported("same.xlsx"));
    expect(await dialog().locator("[role=status]").innerText()).toMatch(
      /新增 0 行，修改 0 行，不变 \d+ 行，不能办理 0 处/,
    );
    await dialog().getByRole("button", { name: "关闭", exact: true }).last().click();
  });

  test("one cell edited elsewhere: that change, seen first, then written", async () => {
    const path = await exported("edited.xlsx");
    edit(path, "整改措施", "清理通道并张贴标识");
    await send_in(path);
    expect(await dialog().locator("[role=status]").innerText()).toContain("修改 1 行");
    const changes = dialog().locator(".table-change");
    expect(await changes.count()).toBe(1);
    expect(await changes.locator("dt").allInnerTexts()).toEqual(["整改措施"]);
    expect(await changes.locator("ins").innerText()).toBe("清理通道并张贴标识");
    await stop(page, "63-tables-preview");
    await dialog().getByRole("button", { name: "确认写入 1 行" }).click();
    await dialog().getByText("已经写入").waitFor();
    await dialog().getByRole("button", { name: "关闭", exact: true }).last().click();
    await page.locator(".table-rows", { hasText: "清理通道并张贴标识" }).waitFor();
  });

  test("a bad cell refuses the whole sheet, with row, column and what to do", async () => {
    const path = await exported("bad.xlsx");
    edit(path, "整改时限", "尽快");
    await send_in(path);
    await dialog().getByText("E-TABLE-010").waitFor();
    expect(await dialog().innerText()).toMatch(/第 \d+ 行“整改时限”/);
    expect(await dialog().getByRole("button", { name: /确认写入/ }).count()).toBe(0);
    await stop(page, "64-tables-bad");
    await dialog().getByRole("button", { name: "关闭", exact: true }).last().click();
  });

  test("the row keeps what stood there before", async () => {
    const row = page.locator(".table-rows tr", { hasText: hazard });
    await row.getByRole("button").first().click();
    await page.locator(".row-steps", { hasText: "清理通道并张贴标识" }).waitFor();
    await stop(page, "65-tables-history");
    expect(way.complaints).toEqual([]);
  });
});
