// @vitest-environment node
// Rules of the house that the linter's own tests would not notice: what the zones forbid, and that
// no text for people stands outside the message files.
import { execFileSync } from "node:child_process";
import {
  copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import en from "../src/messages/en";
import zh_cn from "../src/messages/zh-CN";

const web = fileURLToPath(new URL("..", import.meta.url));

function lint(path: string, text: string): string {
  const root = mkdtempSync(join(tmpdir(), "anmin-zones-"));
  copyFileSync(join(web, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  try {
    execFileSync(join(web, "node_modules/.bin/oxlint"), ["."], { cwd: root, encoding: "utf8" });
    return "";
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

const uses = (name: string): string => `import { x } from "${name}";\nexport const y = x;\n`;

test.each([
  ["src/api/a.ts", "@/parts/failed"],
  ["src/api/a.ts", "../messages"],
  ["src/messages/a.ts", "@/api/call"],
  ["src/parts/a.ts", "@/api/call"],
  ["src/parts/text/a.ts", "../../features/log/log-page"],
  ["src/parts/a.ts", "@/features/log/log-page"],
  ["src/features/one/a.ts", "@/features/two/b"],
  ["src/features/one/a.ts", "../two/b"],
  ["src/features/one/a.ts", "@/app/shell"],
])("%s may not use %s", (path, name) => {
  expect(lint(path, uses(name))).toContain("no-restricted-imports");
});

test.each([
  ["src/features/one/a.ts", "@/api/call"],
  ["src/features/one/a.ts", "@/parts/failed"],
  ["src/features/one/a.ts", "./b"],
  ["src/parts/text/a.ts", "@/messages"],
  ["src/app/a.ts", "@/features/one/a"],
])("%s may use %s", (path, name) => {
  expect(lint(path, uses(name))).toBe("");
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !/\.test\.|\/messages\//.test(path) ? [path] : [];
  });
}

test("no Chinese text stands outside the message files", () => {
  const found = sources(join(web, "src")).filter((path) =>
    /[\u3400-\u9fff\uff00-\uffef]/.test(readFileSync(path, "utf8")),
  );
  expect(found).toEqual([]);
});

test("no sentence stands between tags outside the message files", () => {
  const found = sources(join(web, "src")).flatMap((path) =>
    Array.from(readFileSync(path, "utf8").matchAll(/^\s*[A-Z][a-z]+ [a-z ]+\.?$/gm), (match) => [
      path, match[0],
    ]),
  );
  expect(found).toEqual([]);
});

function shape_of(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, shape_of(inner)])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

test("both languages say the same things", () => {
  expect(shape_of(en)).toEqual(shape_of(zh_cn));
});

test("no English text is Chinese, and none is empty", () => {
  const texts: Array<[string, string]> = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") texts.push([path, value]);
    else if (typeof value === "object" && value !== null) {
      Object.entries(value).forEach(([key, inner]) => walk(inner, `${path}.${key}`));
    }
  };
  walk(en, "en");
  const allowed = ["en.app.language", "en.app.seal"];
  const wrong = texts.filter(([, text]) => text === "" || /[\u3400-\u9fff]/.test(text))
    .filter(([path]) => !allowed.includes(path));
  expect(wrong).toEqual([]);
});
