// A small office in memory that follows the contract closely enough to try the pages: states,
// versions, refusals. It is no model of the server's rules.
import type {
  Action, Candidate, Decisions, DemoRole, Document, Evidence, Post, Problem,
  Recut, Session, Span, Task, TaskRow, Workbench,
} from "../src/api/shapes";
import { part_of, sample_documents, document_of } from "./sample";

export const today = "2025-03-12";

export class Refused extends Error {
  readonly problem: Problem;
  constructor(status: number, code: string, title: string, finding: string, next_step: string) {
    super(title);
    this.problem = {
      type: `urn:anmin:error:${code}`, title, status, code, place: "请求", finding,
      expectation: "见接口约定", next_step, request: "mock-1",
    };
  }
}

const all: Action[] = [
  "see_documents", "receive_document", "confirm_tasks", "see_tasks", "assign_task", "report_task",
  "verify_task", "strike_off_task", "split_task", "urge_task", "export_ledger",
  "see_organisation", "administer", "verify_log",
];
const without = (...names: Action[]): Action[] => all.filter((one) => !names.includes(one));

interface Person extends Session {
  story: string;
}

function person(
  login: string, name: string, post: string, unit: string, division: string,
  roles: Session["roles"], actions: Action[], story: string,
): Person {
  return {
    login, name, post: `post-${login}`, post_title: post, unit_name: unit, division: "4301",
    division_name: division, roles, actions, demo: true, owes: null, story,
  };
}

export const people: Person[] = [
  person("county-office", "林知行", "办公室主任", "云溪市民政局", "云溪市", ["directive"], all,
    "把收到的会议文件审成任务，交办到乡镇，看着它一件件落地，最后销号归档。"),
  person("township-clerk", "何小满", "民政经办", "青禾街道民政办", "青禾街道", ["executor"],
    without("receive_document", "confirm_tasks", "assign_task", "verify_task", "strike_off_task",
      "administer", "verify_log"),
    "打开工作台，看到交办给自己的任务，办完后写明情况、附上佐证报结。"),
  person("county-inspector", "沈明远", "督查专员", "云溪市民政局督查科", "云溪市", ["supervisor"],
    without("receive_document", "confirm_tasks", "assign_task", "report_task", "strike_off_task"),
    "核对报结的佐证材料，属实的核验通过，不实的写明原因退回。"),
  person("administrator", "许知微", "系统管理员", "云溪市民政局", "云溪市", ["administrator"],
    ["see_organisation", "administer", "verify_log"], "核验日志是否完整。"),
  person("county-chief", "秦望舒", "局长", "云溪市民政局", "云溪市", ["leader"],
    without("receive_document", "confirm_tasks", "assign_task", "report_task", "verify_task"),
    "一页看清哪些任务超期、卡在哪里，点开数字就是背后的每一件。"),
];

function row_of(document: Document, candidate: Candidate, id: string, text: string): TaskRow {
  return {
    id, version: 1, state: "confirmed", light: "undated", was_late: false, text,
    kind: candidate.kind, domains: candidate.domains, document: document.summary.id,
    source_title: document.parts[candidate.part]?.title ?? document.summary.title,
    issuer: "云溪市民政局", division: "4301", owner: null,
    proposed_owner: candidate.proposed_owner, due: candidate.deadline?.due ?? null,
    deadline_text: candidate.deadline?.text ?? null, recurrence: candidate.recurrence,
    confirmed_on: today, reported_on: null, closed_on: null, parent: null, parts: 0, urged: 0,
    reopened: 0, look_back_on: null, signed_on: null, returned_on: null,
  };
}

function lit(row: TaskRow): TaskRow {
  const soon = "2025-03-20";
  const light =
    row.state === "struck_off" ? "closed"
      : row.due === null ? "undated"
        : row.due < today ? "overdue"
          : row.due <= soon ? "due_soon" : "on_time";
  return { ...row, light, was_late: row.was_late || light === "overdue" };
}

type Held = Omit<Task, "open">;
/** The steps the small office knows. */
export type MockStep = "assign" | "report" | "verify" | "return" | "strike_off";

export class Office {
  readonly documents = new Map<string, Document>();
  readonly originals = new Map<string, string>();
  readonly tasks = new Map<string, Held>();
  readonly evidence = new Map<string, Evidence>();
  events = 12;

  constructor(documents: Document[] = sample_documents()) {
    documents.forEach((one) => this.documents.set(one.summary.id, one));
  }

  roles(): DemoRole[] {
    return people.map((one) => ({
      login: one.login, name: one.name, post_title: one.post_title, unit_name: one.unit_name,
      division_name: one.division_name, roles: one.roles, story_zh: one.story, story_en: one.story,
    }));
  }

  posts(): Post[] {
    return people.map((one) => ({
      id: one.post, title: one.post_title, unit_name: one.unit_name, division: one.division,
      division_name: one.division_name, holder: one.name,
    }));
  }

  summaries() {
    return Array.from(this.documents.values(), (one) => one.summary);
  }

  document(id: string): Document {
    const found = this.documents.get(id);
    if (!found) throw new Refused(404, "E-DOC-001", "没有这份文件", id, "返回文件列表重新选择");
    return found;
  }

  receive(name: string, text: string): { document: Document; created: boolean } {
    if (text.trim() === "") {
      throw new Refused(422, "E-INTAKE-002", "文件是空的", `${name} 没有内容`, "检查文件后重新上传");
    }
    const known = Array.from(this.documents.values()).find((one) => one.original === text);
    if (known) return { document: known, created: false };
    const id = `d${this.documents.size + 1}`;
    const made = part_of([text], 0, { title: text.split("\n")[0]?.slice(0, 40) ?? name });
    const sentences = text.split(/[。；\n]/).filter((one) => /要|须|不得/.test(one));
    const wanted = sentences.map((one) => ({
      text: one, imperative: one.slice(0, 8), domains: ["其他"], confidence: 60, reason: "含“要”",
      deadline: one.includes("3月底前")
        ? { text: "3月底前", normal: "2025-03-31", due: "2025-03-31", inferred_year: true }
        : null,
    }));
    const document = document_of(id, name, [made], [wanted]);
    this.documents.set(id, document);
    this.events += 1;
    return { document, created: true };
  }

  recut(id: string, etag: string | undefined, recut: Recut): Document {
    const document = this.document(id);
    if (etag !== `"${document.version}"`) {
      throw new Refused(412, "E-STORE-412", "内容已被他人更改", "版本不一致", "重新载入后再操作");
    }
    const found = (number: number): Candidate => {
      const one = document.candidates.find((each) => each.number === number);
      if (!one) throw new Refused(422, "E-TASK-020", "没有这一条", `第 ${number} 条`, "刷新后查看");
      return one;
    };
    const over = (one: Candidate, span: Span): Candidate => ({
      ...one, span,
      text: Array.from(document.parts[one.part]?.clean_text ?? "")
        .slice(span.start, span.end).join(""),
    });
    if (recut.split) {
      const whole = found(recut.split.number);
      const last = Math.max(...document.candidates.map((one) => one.number));
      const { start, end } = whole.span;
      const halves = [
        over(whole, { start, end: recut.split.at }),
        { ...over(whole, { start: recut.split.at, end }), number: last + 1 },
      ];
      document.candidates.splice(document.candidates.indexOf(whole), 1, ...halves);
    }
    if (recut.merge) {
      const [one, other] = [found(recut.merge.number), found(recut.merge.with)];
      const span = {
        start: Math.min(one.span.start, other.span.start),
        end: Math.max(one.span.end, other.span.end),
      };
      const kept = one.span.start < other.span.start ? one : other;
      document.candidates.splice(document.candidates.indexOf(kept), 1, over(kept, span));
      const gone = kept === one ? other : one;
      document.candidates.splice(document.candidates.indexOf(gone), 1);
    }
    document.version += 1;
    return document;
  }

  decide(id: string, etag: string | undefined, decisions: Decisions): Document {
    const document = this.document(id);
    if (etag !== `"${document.version}"`) {
      throw new Refused(412, "E-STORE-412", "内容已被他人更改", "版本不一致", "重新载入后再操作");
    }
    const named = (number: number): Candidate => {
      const found = document.candidates.find((one) => one.number === number);
      if (found?.state !== "proposed") {
        throw new Refused(409, "E-TASK-021", "该条已审核", `第 ${number} 条`, "刷新后查看");
      }
      return found;
    };
    for (const one of decisions.confirm) {
      const candidate = named(one.number);
      const span = one.span ?? candidate.span;
      const part = document.parts[candidate.part];
      const text = Array.from(part?.clean_text ?? "").slice(span.start, span.end).join("");
      const task = `t${this.tasks.size + 1}`;
      const row = row_of(document, candidate, task, text);
      this.tasks.set(task, {
        row: { ...row, due: one.due ?? row.due }, part: candidate.part, span,
        actors: candidate.actors, imperative: candidate.imperative,
        quantities: candidate.quantities, steps: [], returned: null, target: null, done: null,
        standard: "", split_reason: "", helpers: [], extension: null, past_dues: [],
        asked_suspension: null, suspension: null, objection: null, overruled_on: null,
        merged_into: null, absorbed: [],
        measured: null, asks: [],
      });
      Object.assign(candidate, { state: "confirmed", task });
    }
    for (const one of decisions.reject) {
      Object.assign(named(one.number), { state: "rejected", rejection: one.reason });
    }
    for (const { number } of decisions.reopen ?? []) {
      const found = document.candidates.find((one) => one.number === number);
      if (found?.state === "rejected") Object.assign(found, { state: "proposed", rejection: "" });
    }
    const count = (state: Candidate["state"]) =>
      document.candidates.filter((one) => one.state === state).length;
    Object.assign(document.summary, {
      proposed: count("proposed"), confirmed: count("confirmed"), rejected: count("rejected"),
    });
    document.version += 1;
    this.events += 1;
    return document;
  }

  task(id: string, who: Session): Task {
    const held = this.tasks.get(id);
    if (!held) throw new Refused(404, "E-TASK-001", "没有这项任务", id, "返回台账重新选择");
    const { state } = held.row;
    const may = (action: Action) => who.actions.includes(action);
    const open: Task["open"] = [];
    if ((state === "confirmed" || state === "assigned") && may("assign_task")) open.push("assign");
    if (state === "assigned" && held.row.owner?.post === who.post) open.push("report");
    if (state === "reported" && may("verify_task")) open.push("verify", "return");
    if (state === "verified" && may("strike_off_task")) open.push("strike_off", "return");
    return { ...held, row: lit(held.row), open };
  }

  step(
    id: string, who: Session, etag: string | undefined, step: MockStep,
    body: { text?: string; note?: string; post?: string; due?: string; evidence?: Evidence[] },
  ): Task {
    const task = this.task(id, who);
    if (etag !== `"${task.row.version}"`) {
      throw new Refused(412, "E-STORE-412", "内容已被他人更改", "版本不一致", "重新载入后再操作");
    }
    if (!task.open.includes(step)) {
      throw new Refused(409, "E-TASK-030", "当前不能这样办理", "任务状态不符", "刷新后查看任务状态");
    }
    const held = this.tasks.get(id) as Held;
    const post = this.posts().find((one) => one.id === body.post);
    const states = {
      assign: "assigned", report: "reported", verify: "verified", return: "assigned",
      strike_off: "struck_off",
    } as const;
    const labels = {
      assign: "交办", report: "报结", verify: "核验通过", return: "退回", strike_off: "销号",
    };
    held.row = {
      ...held.row, version: held.row.version + 1, state: states[step],
      due: body.due ?? held.row.due,
      owner: post
        ? { post: post.id, post_title: post.title, unit_name: post.unit_name, division: "4301" }
        : held.row.owner,
      reported_on: step === "report" ? today : held.row.reported_on,
      closed_on: step === "strike_off" ? today : null,
    };
    held.steps = [...held.steps, {
      label: labels[step], officer: who.name, post_title: who.post_title, on: today,
      text: body.text ?? [post ? `交 ${post.unit_name} ${post.title}` : "", body.note ?? ""]
        .filter(Boolean).join("：") , evidence: body.evidence ?? [],
    }];
    this.events += 1;
    return this.task(id, who);
  }

  rows(query: URLSearchParams, who: Session): TaskRow[] {
    const states = query.getAll("state");
    const q = query.get("q") ?? "";
    return Array.from(this.tasks.values(), (one) => lit(one.row))
      .filter((row) => states.length === 0 || states.includes(row.state))
      .filter((row) => query.get("overdue") !== "true" || row.light === "overdue")
      .filter((row) => query.get("mine") !== "true" || row.owner?.post === who.post)
      .filter((row) => !query.get("document") || row.document === query.get("document"))
      .filter((row) => row.text.includes(q) || row.source_title.includes(q))
      .sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
  }

  workbench(who: Session): Workbench {
    const rows = this.rows(new URLSearchParams(), who);
    const count = (state: TaskRow["state"]) => rows.filter((row) => row.state === state).length;
    const waiting = rows.filter((row) => this.task(row.id, who).open.length > 0);
    return {
      as_of: today,
      tally: {
        confirmed: count("confirmed"), assigned: count("assigned"), objected: count("objected"),
        reported: count("reported"),
        verified: count("verified"), struck_off: count("struck_off"),
        held: count("held"), ended: count("ended"), merged: count("merged"),
        overdue: rows.filter((row) => row.light === "overdue").length,
      },
      waiting: waiting.slice(0, 20), waiting_total: waiting.length,
      documents_to_review: who.actions.includes("confirm_tasks")
        ? this.summaries().filter((one) => one.proposed > 0)
        : [],
    };
  }
}
