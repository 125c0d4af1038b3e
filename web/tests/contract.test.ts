// @vitest-environment node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { operations, shapes } from "../tools/generate";

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const contract = read("../../contract/openapi.yaml");

test("the shapes are those of the contract", () => {
  expect(read("../src/api/shapes.ts")).toBe(shapes(contract));
});

test("the operations are those of the contract", () => {
  expect(read("../src/api/operations.ts")).toBe(operations(contract));
});

test("a small contract becomes the types one would write", () => {
  const small = `
paths:
  /things/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get:
      operationId: getThing
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  responses: {}
  schemas:
    Colour: { type: string, enum: [red, green] }
    Thing:
      type: object
      required: [colour, parts]
      properties:
        colour: { $ref: "#/components/schemas/Colour" }
        parts: { type: array, items: { oneOf: [{ type: string }, { type: "null" }] } }
        size: { type: [integer, "null"], description: In metres. }
`;
  expect(shapes(small)).toContain('export type Colour = "red" | "green";');
  expect(shapes(small)).toContain(
    "export interface Thing {\n  colour: Colour;\n  parts: Array<string | null>;\n" +
      "  /** In metres. */\n  size?: number | null;\n}",
  );
  expect(operations(small)).toContain(
    "  getThing: {\n    path: { id: string };\n    query: null;\n    body: null;\n" +
      "    answer: Thing;\n  };",
  );
  expect(operations(small)).toContain('getThing: { method: "GET", path: "/things/{id}" },');
});
