// Turns contract/openapi.yaml into TypeScript: one file of shapes, one of operations.
import { parse } from "yaml";

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: string[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: "query" | "path" | "header";
  required?: boolean;
  schema: Schema;
}
interface Body {
  content?: Record<string, { schema: Schema }>;
  $ref?: string;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body>;
}
interface Contract {
  paths: Record<string, Record<string, unknown> & { parameters?: Parameter[] }>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Body>;
  };
}

const note = "// Generated from contract/openapi.yaml by `npm run contract`; do not edit.\n";
const widest = 90;

function name_of(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

function scalar_of(type: string | undefined): string {
  switch (type) {
    case "integer":
    case "number":
      return "number";
    case "boolean":
    case "string":
    case "null":
      return type;
    default:
      throw new Error(`the generator knows no type "${String(type)}"`);
  }
}

function union_of(words: string[], indent: string): string {
  const line = words.join(" | ");
  if (line.length + indent.length <= widest) return line;
  return words.map((word) => `\n${indent}  | ${word}`).join("");
}

function type_of(schema: Schema, indent: string): string {
  if (schema.$ref) return name_of(schema.$ref);
  if (schema.enum) return union_of(schema.enum.map((word) => JSON.stringify(word)), indent);
  if (schema.oneOf) return schema.oneOf.map((one) => type_of(one, indent)).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map(scalar_of).join(" | ");
  if (schema.type === "array") {
    const item = type_of(schema.items ?? {}, indent);
    return /[|\s]/.test(item) ? `Array<${item}>` : `${item}[]`;
  }
  if (schema.type === "object") return shape_of(schema, indent);
  if (schema.format === "binary") return "Blob";
  return scalar_of(schema.type);
}

function shape_of(schema: Schema, indent: string): string {
  const lines = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const optional = schema.required?.includes(key) ? "" : "?";
    const comment = value.description ? `${indent}  /** ${value.description} */\n` : "";
    return `${comment}${indent}  ${key}${optional}: ${type_of(value, `${indent}  `)};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

export function shapes(text: string): string {
  const { schemas } = (parse(text) as Contract).components;
  const parts = Object.entries(schemas).map(([name, schema]) => {
    const comment = schema.description ? `/** ${schema.description} */\n` : "";
    return schema.type === "object"
      ? `${comment}export interface ${name} ${shape_of(schema, "")}`
      : `${comment}export type ${name} = ${type_of(schema, "")};`.replace(/ +$/gm, "");
  });
  return `${note}\n${parts.join("\n\n")}\n`;
}

function resolved<T extends { $ref?: string }>(thing: T, among: Record<string, T>): T {
  if (!thing.$ref) return thing;
  const found = among[name_of(thing.$ref)];
  if (!found) throw new Error(`no such reference: ${thing.$ref}`);
  return found;
}

function body_type(body: Body | undefined): string {
  const content = Object.entries(body?.content ?? {})[0];
  if (!content) return "null";
  const [media, { schema }] = content;
  return media === "application/json" ? type_of(schema, "    ") : "Blob";
}

function answer_type(operation: Operation, contract: Contract): string {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  if (!good) throw new Error(`${operation.operationId} has no good answer`);
  return body_type(resolved(good[1], contract.components.responses));
}

function arguments_type(parameters: Parameter[], place: Parameter["in"]): string {
  const fields = parameters
    .filter((one) => one.in === place)
    .map((one) => `${one.name}${one.required ? "" : "?"}: ${type_of(one.schema, "    ")}`);
  if (fields.length === 0) return "null";
  const line = `{ ${fields.join("; ")} }`;
  return line.length <= widest - 12
    ? line
    : `{\n${fields.map((field) => `      ${field};`).join("\n")}\n    }`;
}

interface Route {
  operation: Operation;
  method: string;
  path: string;
  parameters: Parameter[];
}

function routes_of(contract: Contract): Route[] {
  const methods = ["get", "post", "put", "patch", "delete"];
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, value]) => {
        const operation = value as Operation;
        const named = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
        const parameters = named.map((one) => resolved(one, contract.components.parameters));
        return { operation, method: method.toUpperCase(), path, parameters };
      }),
  );
}

export function operations(text: string): string {
  const contract = parse(text) as Contract;
  const routes = routes_of(contract);
  const types = routes.map(
    ({ operation, parameters }) =>
      `  ${operation.operationId}: {\n` +
      `    path: ${arguments_type(parameters, "path")};\n` +
      `    query: ${arguments_type(parameters, "query")};\n` +
      `    body: ${body_type(operation.requestBody)};\n` +
      `    answer: ${answer_type(operation, contract)};\n  };`,
  );
  const table = routes.map(
    ({ operation, method, path }) =>
      `  ${operation.operationId}: { method: "${method}", path: "${path}" },`,
  );
  const used = Object.keys(contract.components.schemas)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(types.join("\n").replace(/^  \w+:/gm, "")));
  return (
    `${note}\nimport type {\n${used.map((name) => `  ${name},`).join("\n")}\n` +
    `} from "./shapes";\n\n` +
    `export interface Operations {\n${types.join("\n")}\n}\n\n` +
    `export const routes = {\n${table.join("\n")}\n} as const satisfies ` +
    `Record<keyof Operations, { method: string; path: string }>;\n`
  );
}
