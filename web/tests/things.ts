// Rows, tasks and documents as the server would send them.
import type {
  Conveyance, ConveyanceYear, Document, DocumentSummary, Figures, Task, TaskRow, TreeRow, Workbench,
} from "@/api/shapes";
import { sample_documents } from "../mock/sample";

export function row(part: Partial<TaskRow> = {}): TaskRow {
  return {
    id: "t1", version: 1, state: "confirmed", light: "due_soon", was_late: false,
    text: "各乡镇要在3月20日前报送方案", kind: "action", domains: ["机关运转与督查"], document: "d1",
    source_title: "全市民政工作会议", issuer: "云溪市民政局", division: "4301", owner: null,
    proposed_owner: "办公室", due: "2025-03-20", deadline_text: "3月20日前", recurrence: null,
    confirmed_on: "2025-03-12", reported_on: null, closed_on: null, parent: null, parts: 0,
    urged: 0, reopened: 0, look_back_on: null, signed_on: null, returned_on: null,
    ...part,
  };
}

export function task(open: Task["open"], part: Partial<Task> = {}): Task {
  return {
    row: row(), part: 0, span: { start: 12, end: 26 }, actors: ["各乡镇"], imperative: "报送方案",
    quantities: [], steps: [], returned: null, open, target: null, done: null, standard: "",
    split_reason: "", helpers: [], extension: null, past_dues: [],
    asked_suspension: null, suspension: null, objection: null, overruled_on: null,
    merged_into: null, absorbed: [], measured: null, asks: [],
    ...part,
  };
}

export function figures(part: Partial<Figures> = {}): Figures {
  return {
    leaves: 2, unowned: 0, overdue: 0, reported: 1, verified: 0, struck_off: 0, held: 0, ended: 0,
    merged: 0, done_reported: "600", done_verified: "0", done_struck_off: "0", done_held: "0",
    ...part,
  };
}

export function tree_row(part: Partial<TreeRow> = {}): TreeRow {
  return {
    task: row(), target: { amount: "1200", unit: "户" }, standard: "逐户有记录", split_reason: "",
    helpers: [], figures: figures(), gaps: [], parts_sum: "1200", ...part,
  };
}

export function summary(part: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id: "d1", file_name: "会议.html", title: "全市民政工作会议", kind: "会议新闻",
    event_date: "2025-03-10", division: "4301", received: "2025-03-11T02:15:00Z", parts: 1,
    bytes: 2048, proposed: 3, confirmed: 2, rejected: 1, warnings: 1, quality: "fair", ...part,
  };
}

export function workbench(part: Partial<Workbench> = {}): Workbench {
  return {
    as_of: "2025-03-12", waiting: [], waiting_total: 0, documents_to_review: [],
    tally: {
      confirmed: 4, assigned: 3, objected: 0, reported: 2, verified: 1, struck_off: 7,
      held: 6, ended: 0, merged: 0,
      overdue: 5,
    },
    ...part,
  };
}

export function document(): Document {
  const [first] = sample_documents();
  if (!first) throw new Error("there is no sample");
  return first;
}

export function conveyance(part: Partial<Conveyance> = {}): Conveyance {
  return {
    id: "c1", version: 2, state: "pooled", title: "重要讲话精神", number: "民发〔2025〕1号",
    from: "民政部", source_kind: null, source: null, received_on: "2025-03-01",
    convey_by: "2025-03-11", conveyed_on: null, timeliness: "waiting", days: 8, first_topic: true,
    division: "4301", issuer: "云溪市民政局", planned_meeting: "党组会议", planned_on: null,
    place: 1, reach: nobody, covered: false, measure_count: 0, settled: 0, tasks: 0, closed: 0,
    ...part,
  };
}

const nobody = {
  branches: 0, branches_reached: 0, branches_whole: 0, persons: 0, persons_reached: 0,
};

export const conveyance_year: ConveyanceYear = {
  year: 2025, received: 3, conveyed: 2, waiting: 1, late: 1, decided: 2, archived: 0, withdrawn: 0,
  average_days: "7.5", measures: 4, tasks: 3, closed: 1,
  reach: { branches: 2, branches_reached: 2, branches_whole: 1, persons: 20, persons_reached: 19 },
  sessions: [{ form: "party_group", label: "党组会议", sessions: 2 }],
  convey_days: 10, basis: "本单位制度", forms: [{ id: "party_group", label: "党组会议" }],
};
