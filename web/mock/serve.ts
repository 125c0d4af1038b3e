// The small office behind HTTP, with the built pages: `npm run build && npm run mock`.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { Decisions, Recut, Session, TakeRole } from "../src/api/shapes";
import { Office, people, Refused, today } from "./office";
import { bare, change_of, page_of } from "./pages-of-candidates";
import { long_document, sample_documents } from "./sample";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const media: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
  ".svg": "image/svg+xml",
};
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "frame-ancestors 'none'; object-src 'none'; base-uri 'none'";

interface Reply {
  status?: number;
  body?: unknown;
  etag?: string;
  cookie?: string;
  file?: { name: string; bytes: string | Buffer };
}
interface Asked {
  method: string;
  path: string[];
  query: URLSearchParams;
  bytes: Buffer;
  who: Session | undefined;
  etag: string | undefined;
}

const office = new Office([...sample_documents(), long_document(3000)]);
const followers = new Set<ServerResponse>();
const steps = {
  assignments: "assign", reports: "report", verifications: "verify", returns: "return",
  "strike-offs": "strike_off",
} as const;

const json = <T>(asked: Asked): T => JSON.parse(asked.bytes.toString("utf8")) as T;

function signed_in(asked: Asked): Session {
  if (asked.who) return asked.who;
  throw new Refused(401, "E-AUTH-100", "登录已失效", "没有有效的会话", "重新选择身份或登录");
}

function session_reply(asked: Asked): Reply {
  if (asked.method === "DELETE") {
    return { status: 204, cookie: "anmin_session=; Max-Age=0; Path=/" };
  }
  if (asked.method === "GET") return { body: signed_in(asked) };
  throw new Refused(401, "E-AUTH-101", "账号或密码不对", "没有匹配的账号", "核对后重试");
}

function demo_reply(asked: Asked): Reply {
  if (asked.path[1] !== "session") return { body: { demo: true, roles: office.roles() } };
  const { login } = json<TakeRole>(asked);
  const found = people.find((one) => one.login === login);
  if (!found) throw new Refused(404, "E-AUTH-104", "没有这个身份", login, "重新选择身份");
  const { story: _, ...session } = found;
  return { body: session, cookie: `anmin_session=${login}; Path=/; HttpOnly; SameSite=Strict` };
}

function document_reply(asked: Asked): Reply {
  const [, id, sub] = asked.path;
  if (id === undefined && asked.method === "POST") {
    const name = asked.query.get("name") ?? "";
    const { document, created } = office.receive(name, asked.bytes.toString("utf8"));
    return { status: created ? 201 : 200, body: document.summary };
  }
  if (id === undefined) {
    return { body: { items: office.summaries(), next: "" } };
  }
  if (sub === "original") {
    const { original, summary } = office.document(id);
    return { file: { name: summary.file_name, bytes: original } };
  }
  const before = structuredClone(office.document(id).candidates);
  if (sub === "recuts") office.recut(id, asked.etag, json<Recut>(asked));
  if (sub === "decisions") office.decide(id, asked.etag, json<Decisions>(asked));
  const document = office.document(id);
  const etag = `"${document.version}"`;
  if (sub === "candidates") return { body: page_of(document, asked.query), etag };
  if (asked.query.get("changes") === "true") return { body: change_of(before, document), etag };
  return { body: asked.query.get("bare") === "true" ? bare(document) : document, etag };
}

function task_reply(asked: Asked): Reply {
  const who = signed_in(asked);
  const [, id, sub] = asked.path;
  if (id === undefined) {
    const rows = office.rows(asked.query, who);
    const from = Number(asked.query.get("after") || 0);
    const to = from + Number(asked.query.get("limit") ?? 50);
    const next = to < rows.length ? String(to) : "";
    return { body: { items: rows.slice(from, to), next, total: rows.length, as_of: today } };
  }
  if (sub === "evidence") return { file: { name: "evidence", bytes: "evidence" } };
  const task =
    sub === undefined
      ? office.task(id, who)
      : office.step(id, who, asked.etag, steps[sub as keyof typeof steps], json(asked));
  return { body: task, etag: `"${task.row.version}"` };
}

function reply_of(asked: Asked): Reply {
  const [head] = asked.path;
  if (head === "session") return session_reply(asked);
  if (head === "demo") return demo_reply(asked);
  const who = signed_in(asked);
  switch (head) {
    case "workbench":
      return { body: office.workbench(who) };
    case "posts":
      return { body: { items: office.posts() } };
    case "documents":
      return document_reply(asked);
    case "tasks":
      return task_reply(asked);
    case "evidence": {
      const kept = { digest: `e${asked.bytes.length}`, file_name: asked.query.get("name") ?? "" };
      return { status: 201, body: { ...kept, bytes: asked.bytes.length } };
    }
    case "ledger.xlsx":
      return { file: { name: "ledger.xlsx", bytes: "PK\u0003\u0004" } };
    case "log": {
      const last_hash = "5f".repeat(32);
      return { body: { intact: true, events: office.events, last_hash, findings: [] } };
    }
    default:
      throw new Refused(404, "E-HTTP-404", "没有这个地址", asked.path.join("/"), "检查地址");
  }
}

function send(response: ServerResponse, reply: Reply): void {
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (reply.etag) headers["ETag"] = reply.etag;
  if (reply.cookie) headers["Set-Cookie"] = reply.cookie;
  if (reply.file) {
    headers["Content-Type"] = "application/octet-stream";
    headers["Content-Disposition"] =
      `attachment; filename*=UTF-8''${encodeURIComponent(reply.file.name)}`;
    response.writeHead(200, headers).end(reply.file.bytes);
    return;
  }
  headers["Content-Type"] = "application/json";
  response
    .writeHead(reply.status ?? 200, headers)
    .end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

async function answer_api(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://mock");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const login = /anmin_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  const found = people.find((one) => one.login === login);
  const asked: Asked = {
    method: request.method ?? "GET",
    path: url.pathname.replace("/api/v1/", "").split("/").map(decodeURIComponent),
    query: url.searchParams, bytes: Buffer.concat(chunks), etag: request.headers["if-match"],
    who: undefined,
  };
  if (found) {
    const { story: _, ...session } = found;
    asked.who = session;
  }
  try {
    send(response, reply_of(asked));
    if (asked.method !== "GET") {
      followers.forEach((one) => one.write(`event: change\ndata: {"last":${office.events}}\n\n`));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    response.writeHead(error.problem.status, { "Content-Type": "application/problem+json" });
    response.end(JSON.stringify(error.problem));
  }
}

function answer_file(path: string, response: ServerResponse): void {
  const wanted = join(dist, normalize(path));
  const file = extname(path) !== "" && existsSync(wanted) ? wanted : join(dist, "index.html");
  response.writeHead(200, {
    "Content-Type": media[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
  });
  response.end(readFileSync(file));
}

createServer((request, response) => {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path === "/api/v1/changes") {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": here\n\n");
    followers.add(response);
    request.on("close", () => followers.delete(response));
  } else if (path.startsWith("/api/")) void answer_api(request, response);
  else answer_file(path, response);
}).listen(Number(process.env["PORT"] ?? 8420), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${process.env["PORT"] ?? 8420}`);
});
