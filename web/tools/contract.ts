// Writes web/src/api/{shapes,operations}.ts from the contract. With --check it writes nothing and
// fails when a file differs from what would be written.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations, shapes } from "./generate";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const contract = readFileSync(at("../../contract/openapi.yaml"), "utf8");
const files: Array<[string, string]> = [
  ["../src/api/shapes.ts", shapes(contract)],
  ["../src/api/operations.ts", operations(contract)],
];

for (const [path, text] of files) {
  if (!process.argv.includes("--check")) writeFileSync(at(path), text);
  else if (readFileSync(at(path), "utf8") !== text) {
    console.error(`${path} differs from the contract. Run: npm run contract`);
    process.exitCode = 1;
  }
}
