// Chromium for the journeys: every stop is checked for accessibility and photographed.
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import type { Demo, DemoRole, Document as Opened } from "../src/api/shapes";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const axe_source = readFileSync(at("../node_modules/axe-core/axe.min.js"), "utf8");
const pictures = process.env["ANMIN_SCREENSHOTS"] ?? at("../../build/screenshots");

export const base = process.env["ANMIN_URL"] ?? "http://127.0.0.1:8420";

interface Violation {
  id: string;
  impact: string;
  where: string[];
}

export interface Visit {
  page: Page;
  /** Console errors and uncaught exceptions so far. */
  complaints: string[];
  close: () => Promise<void>;
}

let browser: Browser | undefined;

async function running(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
  return browser;
}

export async function close_browser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export async function visit(
  width = 1366, height = 768, movement: "reduce" | "no-preference" = "no-preference",
): Promise<Visit> {
  const context = await (await running()).newContext({
    viewport: { width, height }, locale: "zh-CN", acceptDownloads: true, reducedMotion: movement,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refusal is answered with a 4xx status, which the browser reports as an error as well.
    const refused = /Failed to load resource.*status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !refused) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

async function violations(page: Page): Promise<Violation[]> {
  // evaluate() is not bound by the page's content security policy, a script tag would be.
  await page.evaluate(axe_source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document) => Promise<{
        violations: Array<{ id: string; impact: string | null; nodes: Array<{ html: string }> }>;
      }> };
    };
    const found = await axe.run(document);
    return found.violations.map((one) => ({
      id: one.id, impact: one.impact ?? "", where: one.nodes.map((node) => node.html.slice(0, 200)),
    }));
  });
}

/** Waits for the page to be still, checks it and keeps a picture under this name. */
export async function stop(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  // A passing message fades, and what fades has no contrast.
  await page.locator(".ant-message-notice").first().waitFor({ state: "detached" });
  await page.waitForTimeout(400);
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
  const found = await violations(page);
  const grave = found.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect(grave, `accessibility of ${name}`).toEqual([]);
}

async function demo_role(page: Page, login: string): Promise<DemoRole> {
  const answer = await page.request.get(`${base}/api/v1/demo`);
  const { roles } = (await answer.json()) as Demo;
  const found = roles.find((one) => one.login === login);
  if (!found) throw new Error(`the demonstration has no role ${login}`);
  return found;
}

/** Comes in by the door. */
export async function enter(page: Page, login: string): Promise<void> {
  const role = await demo_role(page, login);
  await page.goto(base);
  await page.getByRole("button", { name: `${role.post_title} ${role.name}` }).click();
  await page.locator(".account", { hasText: role.name }).waitFor();
}

/**
 * Clicks an entry of the menu at the top until what it leads to is there: the list opens with a
 * movement, and a click into it may be lost on a slow machine.
 */
export async function choose_in_menu(page: Page, name: string, then: Locator): Promise<void> {
  const entry = page.getByRole("menuitem", { name });
  for (let tries = 0; tries < 4 && !(await then.isVisible()); tries++) {
    if (!(await entry.isVisible())) await page.locator(".account").click();
    await entry.waitFor();
    await page.waitForTimeout(500);
    await entry.click();
    await then.waitFor({ timeout: 10_000 }).catch(() => undefined);
  }
  await then.waitFor();
}

/** Changes places with somebody else through the menu at the top. */
export async function switch_to(page: Page, login: string): Promise<void> {
  const role = await demo_role(page, login);
  await choose_in_menu(page, role.name, page.locator(".account", { hasText: role.name }));
}

/** Hands a text in, confirms its first proposal; the new task. */
export async function confirm_first(page: Page, name: string, text: string): Promise<string> {
  await page.goto(`${base}/documents`);
  await page.locator("input[type=file]").setInputFiles([
    { name, mimeType: "text/plain", buffer: Buffer.from(text) },
  ]);
  const row = page.locator(".upload", { hasText: name });
  await row.getByText(/已收到/).waitFor();
  await row.getByRole("link", { name: "打开" }).click();
  await page.locator(".card-proposed").first().waitFor();
  await page.getByRole("region", { name: "净文" }).locator("mark[data-number]").first().click();
  await page.keyboard.press("a");
  await page.locator(".card-confirmed").first().waitFor();
  const id = page.url().replace(/^.*documents\//, "").replace(/\?.*$/, "");
  const answer = await page.request.get(`${base}/api/v1/documents/${id}`);
  const { candidates } = (await answer.json()) as Opened;
  return candidates.find((one) => one.task)?.task ?? "";
}

/** A visit for each of the roles, in their order, already inside. */
export async function visits(logins: readonly string[]): Promise<Visit[]> {
  const ways: Visit[] = [];
  for (const login of logins) {
    const way = await visit();
    await enter(way.page, login);
    ways.push(way);
  }
  return ways;
}
