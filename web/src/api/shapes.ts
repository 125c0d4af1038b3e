// Generated from contract/openapi.yaml by `npm run contract`; do not edit.

export interface Problem {
  /** urn:anmin:error:<code> */
  type: string;
  /** One sentence for people. */
  title: string;
  status: number;
  code: string;
  place: string;
  finding: string;
  expectation: string;
  next_step: string;
  /** Number of the request in the server's log. */
  request?: string;
}

export interface SignIn {
  login: string;
  password: string;
  /** A one-time code or a recovery code, where a second factor is set (E-AUTH-110 asks for it). */
  code?: string;
}

export interface TakeRole {
  login: string;
}

export type Role =
  | "leader"
  | "directive"
  | "executor"
  | "supervisor"
  | "policy"
  | "administrator"
  | "security"
  | "audit"
  | "citizen";

export type Action =
  | "see_documents"
  | "receive_document"
  | "confirm_tasks"
  | "see_tasks"
  | "assign_task"
  | "report_task"
  | "verify_task"
  | "strike_off_task"
  | "split_task"
  | "urge_task"
  | "record_field_work"
  | "manage_problems"
  | "export_ledger"
  | "see_organisation"
  | "administer"
  | "verify_log"
  | "change_divisions"
  | "manage_staff"
  | "manage_accounts"
  | "read_audit"
  | "reveal_sealed"
  | "break_glass";

export interface Session {
  name: string;
  login: string;
  post: string;
  post_title: string;
  unit_name: string;
  division: string;
  division_name: string;
  roles: Role[];
  /** What menus may offer; the server decides again at each call. */
  actions: Action[];
  demo: boolean;
  /** What is to be done about the account before anything else; all other calls are refused until then (E-AUTH-006, -007). */
  owes: "password" | "second_factor" | null;
}

export interface OwnPassword {
  password: string;
}

export interface OwnSession {
  id: string;
  opened: string;
  /** To the minute. */
  used: string;
  until: string;
  /** Network address it was opened from. */
  address: string;
  /** What the browser calls itself. */
  client: string;
  /** A role taken on demonstration data. */
  demo: boolean;
  /** The session that asks. */
  here: boolean;
}

export interface OwnSessions {
  items: OwnSession[];
}

export interface SessionEnd {
  /** Absent or empty: all but the one that asks. */
  session?: string;
  password: string;
}

export interface SessionsEnded {
  ended: number;
}

export interface Demo {
  demo: boolean;
  roles: DemoRole[];
}

export interface DemoRole {
  login: string;
  name: string;
  post_title: string;
  unit_name: string;
  division_name: string;
  roles: Role[];
  story_zh: string;
  story_en: string;
}

/** Tasks by state; the four dones are never added together. */
export interface Tally {
  confirmed: number;
  assigned: number;
  /** Handed to somebody who objects; the issuer has not ruled. */
  objected: number;
  reported: number;
  verified: number;
  struck_off: number;
  held: number;
  ended: number;
  /** Going on in another task. */
  merged: number;
  overdue: number;
}

export interface Workbench {
  as_of: string;
  tally: Tally;
  /** What waits for me, most urgent first (at most 20). */
  waiting: TaskRow[];
  waiting_total: number;
  /** Documents with undecided proposals (at most 20). */
  documents_to_review: DocumentSummary[];
}

export interface Division {
  code: string;
  name: string;
  level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
  parent: string;
  children: number;
  /** First day; nothing: before our records. */
  from: string | null;
  /** First day on which it is no more. */
  until: string | null;
}

export interface DivisionPage {
  items: Division[];
  next: string;
}

export interface DivisionPath {
  division: Division;
  path: Division[];
  /** How many of each level lie below it. */
  counts: LevelCount[];
}

export interface Post {
  id: string;
  title: string;
  unit_name: string;
  division: string;
  division_name: string;
  /** Empty when vacant. */
  holder: string;
}

export interface PostList {
  items: Post[];
}

export interface Span {
  start: number;
  end: number;
}

export interface DocumentSummary {
  id: string;
  file_name: string;
  title: string;
  kind: string;
  event_date: string | null;
  division: string;
  received: string;
  parts: number;
  bytes: number;
  proposed: number;
  confirmed: number;
  rejected: number;
  warnings: number;
  quality: "good" | "fair" | "poor";
}

export interface DocumentPage {
  items: DocumentSummary[];
  next: string;
}

/** How a stretch of clean text came from the original. */
export interface Piece {
  clean: Span;
  original: Span;
  origin: "same" | "replaced" | "inserted";
}

export interface Repair {
  code: string;
  label: string;
  count: number;
}

export interface Warning {
  code: string;
  text: string;
  clean: Span;
}

export interface Person {
  name: string;
  post: string;
  role: string;
  span: Span;
}

export interface Quantity {
  text: string;
  /** Decimal digits in base units; a string, so that nothing is rounded. */
  value: string;
  unit: string;
  of: string;
  status: "result" | "target" | "event" | "reference";
  span: Span;
}

export interface Programme {
  text: string;
  type: string;
  span: Span;
}

export interface Organs {
  holding: string | null;
  issuing: string | null;
  publisher: string | null;
}

export interface Part {
  clean_text: string;
  pieces: Piece[];
  title: string | null;
  kind: string;
  number: string | null;
  organs: Organs;
  event_date: string | null;
  event_date_text: string;
  event_date_basis: string;
  persons: Person[];
  domains: string[];
  quantities: Quantity[];
  programmes: Programme[];
  repairs: Repair[];
  warnings: Warning[];
  quality: "good" | "fair" | "poor";
}

export interface Deadline {
  /** As it stands in the text. */
  text: string;
  normal: string;
  due: string | null;
  inferred_year: boolean;
}

export interface Candidate {
  part: number;
  number: number;
  span: Span;
  text: string;
  kind: "action" | "study";
  actors: string[];
  imperative: string;
  deadline: Deadline | null;
  recurrence: string | null;
  quantities: string[];
  domains: string[];
  confidence: number;
  reason: string;
  proposed_owner: string | null;
  state: "proposed" | "confirmed" | "rejected";
  task: string | null;
  rejection: string;
}

export interface Document {
  summary: DocumentSummary;
  encoding: string;
  container: string;
  /** The decoded text of the whole file. */
  original: string;
  parts: Part[];
  candidates: Candidate[];
  version: number;
}

export interface CandidatePage {
  summary: DocumentSummary;
  items: Candidate[];
  next: string;
  /** Of the document. */
  version: number;
}

/** What one command did to a document whose texts the caller has. */
export interface DocumentChange {
  summary: DocumentSummary;
  /** The proposals it touched or made. */
  changed: Candidate[];
  /** Numbers of those that are no more. */
  gone: number[];
  version: number;
}

export type DocumentAnswer = Document | DocumentChange;

export interface Decisions {
  confirm: Confirm[];
  reject: Reject[];
  /** Rejections taken back. */
  reopen?: Number[];
}

export interface Number {
  number: number;
}

/** Exactly one of the two. */
export interface Recut {
  split?: {
    number: number;
    /** A character of the part's clean text inside the proposal; the second half begins there. */
    at: number;
  };
  merge?: {
    number: number;
    with: number;
  };
}

export interface BookChange {
  column: string;
  before: string;
  after: string;
}

export interface BookRowChange {
  row: number;
  /** Empty when only one sheet was read. */
  sheet: string;
  task: string;
  text: string;
  changes: BookChange[];
}

export interface BookRowRefusal {
  row: number;
  sheet: string;
  code: string;
  place: string;
  finding: string;
  expectation: string;
  next_step: string;
}

export interface BookOutcome {
  applied: boolean;
  /** Lines that change nothing. */
  unchanged: number;
  changed: BookRowChange[];
  refused: BookRowRefusal[];
  /** Sheets of the workbook that were not read. */
  skipped: SkippedSheet[];
}

export interface SkippedSheet {
  name: string;
  reason: string;
}

export type TableKind =
  | "text"
  | "date"
  | "moment"
  | "integer"
  | "quantity"
  | "yes_no"
  | "choice"
  | "person"
  | "unit"
  | "masked";

export interface TableColumn {
  key: string;
  /** As the head of the table has it. */
  title: string;
  kind: TableKind;
  choices: string[];
  needed: boolean;
  always: boolean;
  /** What to do instead of editing the cell; empty: it may be edited. */
  held_in: string;
  note: string;
}

export interface Table {
  id: string;
  number: number;
  title: string;
  /** A register; otherwise made from tasks, problems and field work. */
  kept: boolean;
  own_unit_only: boolean;
  note: string;
  columns: TableColumn[];
}

export interface Tables {
  items: Table[];
}

export interface TableCell {
  column: string;
  text: string;
}

export interface TypedCells {
  cells: TableCell[];
}

export interface WithdrawRow {
  reason: string;
}

export interface TableRowCell {
  column: string;
  text: string;
}

export interface TableRow {
  id: string;
  version: number;
  unit: string;
  /** Empty ones are left out. */
  cells: TableRowCell[];
}

export interface TableRowPage {
  items: TableRow[];
  next: string;
}

export interface OpenedTableRow {
  id: string;
  version: number;
  unit: string;
  cells: TableRowCell[];
  withdrawn: boolean;
  /** The reader may change it. */
  open: boolean;
  steps: Step[];
}

export interface TableRowChange {
  /** In the sheet, from 1. */
  row: number;
  /** Empty: the row is new. */
  id: string;
  title: string;
  changes: BookChange[];
}

export interface TableFault {
  row: number;
  column: string;
  code: string;
  place: string;
  finding: string;
  expectation: string;
  next_step: string;
}

export interface TableOutcome {
  applied: boolean;
  unchanged: number;
  added: TableRowChange[];
  changed: TableRowChange[];
  refused: TableFault[];
  notes: string[];
}

export interface Confirm {
  number: number;
  /** Another span of the same part; the text becomes that stretch of clean text. */
  span?: Span;
  /** A date the officer sets; the text's own deadline otherwise. */
  due?: string;
}

export interface Reject {
  number: number;
  reason: string;
}

export type TaskState =
  | "confirmed"
  | "assigned"
  | "objected"
  | "reported"
  | "verified"
  | "struck_off"
  | "held"
  | "ended"
  | "merged";

export type Light = "undated" | "on_time" | "due_soon" | "overdue" | "closed" | "suspended";

export interface Owner {
  post: string;
  post_title: string;
  unit_name: string;
  division: string;
}

export interface TaskRow {
  id: string;
  version: number;
  state: TaskState;
  light: Light;
  was_late: boolean;
  text: string;
  kind: "action" | "study";
  domains: string[];
  document: string;
  source_title: string;
  issuer: string;
  division: string;
  owner: Owner | null;
  proposed_owner: string | null;
  due: string | null;
  deadline_text: string | null;
  recurrence: string | null;
  confirmed_on: string;
  reported_on: string | null;
  closed_on: string | null;
  /** The task this one is a part of. */
  parent: string | null;
  /** How many parts it was taken apart into. */
  parts: number;
  urged: number;
  /** How often it did not hold and was opened again. */
  reopened: number;
  look_back_on: string | null;
  /** When the doer signed for it. */
  signed_on: string | null;
  /** Sent back or rebounded on this day and not reported again since. */
  returned_on: string | null;
}

export interface TaskPage {
  items: TaskRow[];
  next: string;
  total: number;
  /** There are more than `total`; so with words that very many tasks hold. */
  is_more: boolean;
  as_of: string;
}

export interface Step {
  label: string;
  text: string;
  officer: string;
  post_title: string;
  on: string;
  evidence: Evidence[];
}

export interface Task {
  row: TaskRow;
  part: number;
  span: Span;
  actors: string[];
  imperative: string;
  quantities: string[];
  steps: Step[];
  /** The step that sent it back and was not answered by a report since: by whom, when and why. */
  returned: Step | null;
  /** The steps this caller may take now. */
  open: TaskStep[];
  target: Target | null;
  /** As the doer says, in the target's unit. */
  done: string | null;
  standard: string;
  split_reason: string;
  helpers: Owner[];
  extension: AskedExtension | null;
  /** The dates before each extension or suspension that moved it. */
  past_dues: string[];
  /** Asked for and not answered. */
  asked_suspension: SuspensionRequest | null;
  /** The last one that ran or runs to its last day. */
  suspension: NewSuspension | null;
  /** Raised and not ruled on. */
  objection: Objection | null;
  /** The objection to this handing was dismissed; it is signed for before any report. */
  overruled_on: string | null;
  /** Where an absorbed task goes on. */
  merged_into: MergedInto | null;
  /** What it took in, by itself or through another. */
  absorbed: AbsorbedTask[];
  /** By the indicator that the target is bound to, today; null: progress is typed in. */
  measured: Measured | null;
  /** What is to be handed in beside the work. */
  asks: AskedItem[];
}

export type TaskMark = "returned" | "look_back";

export type TaskStep =
  | "sign"
  | "assign"
  | "split"
  | "report"
  | "progress"
  | "ask_extension"
  | "verify"
  | "return"
  | "answer_extension"
  | "strike_off"
  | "hold"
  | "rebound"
  | "urge"
  | "end"
  | "bind"
  | "ask_suspension"
  | "suspend"
  | "refuse_suspension"
  | "resume"
  | "object"
  | "rule"
  | "merge";

export interface Target {
  amount: string;
  unit: string;
}

export interface AskedExtension {
  due: string;
  reason: string;
}

/** Over the leaves at and below a task. Self-reported, verified, struck off and held each include the next; they are four figures and are never added. Amounts are in the unit of the order's target.
 */
export interface Figures {
  leaves: number;
  unowned: number;
  overdue: number;
  reported: number;
  verified: number;
  struck_off: number;
  held: number;
  ended: number;
  merged: number;
  done_reported: string;
  done_verified: string;
  done_struck_off: string;
  done_held: string;
}

export type Gap = "no_owner" | "no_due" | "no_standard" | "unmeasured" | "sum_differs";

export interface TreeRow {
  task: TaskRow;
  target: Target | null;
  standard: string;
  split_reason: string;
  helpers: Owner[];
  figures: Figures;
  gaps: Gap[];
  /** Sum of the parts' targets. */
  parts_sum: string | null;
}

export interface TaskTree {
  node: TreeRow;
  /** From the order down. */
  above: TaskRow[];
  parts: TreeRow[];
  next: string;
  as_of: string;
}

/** Either `parts` or `levels`. Amounts are figures with at most three decimal places. */
export interface Split {
  /** The whole target, for a task that has none. */
  amount?: string;
  unit?: string;
  due?: string;
  standard?: string;
  /** Why the parts' figures need not sum up to the target. */
  split_reason?: string;
  parts?: SplitPart[];
  levels?: SplitLevel[];
  /** What every part hands in; a figure that the system holds is refused. */
  asks?: AskedItem[];
}

export interface SplitLevel {
  level: "province" | "prefecture" | "county" | "township" | "village";
}

/** For a post, or for a division whose unit may not have a fitting post yet. */
export interface SplitPart {
  post?: string;
  division?: string;
  helpers?: SplitPartner[];
  amount?: string;
  due?: string;
  text?: string;
  standard?: string;
}

export interface StageSchemes {
  items: StageScheme[];
}

export interface StageScheme {
  id: string;
  title: string;
  /** Where the stages come from. */
  source: string;
  stages: StageOfScheme[];
}

export interface StageOfScheme {
  name: string;
  /** What it is accepted by. */
  standard: string;
}

export interface SplitPartner {
  post: string;
}

export interface Extension {
  due: string;
  reason: string;
}

export interface MergedInto {
  id: string;
  text: string;
  on: string;
}

export interface AbsorbedTask {
  id: string;
  text: string;
  document: string;
  source_title: string;
  /** The order of which it is a part; itself at the top. */
  order: string;
  due: string | null;
  target: Target | null;
  /** Its target is in that of the task that took it in. */
  added: boolean;
  on: string;
}

export interface Merge {
  /** The task that goes on. */
  into: string;
  reason: string;
  /** Who leads, of the two posts that hold the tasks; needed when their units differ. */
  lead?: string;
  /** Add its target to the other's, in the same unit; refused where sums would no longer tie. */
  add_target?: boolean;
}

export interface NewObjection {
  reason: string;
  /** The unit held to be in charge. */
  proposed?: string;
}

export interface Objection {
  reason: string;
  proposed: string;
  on: string;
}

export interface Ruling {
  answer: "upheld" | "dismissed";
  /** A dismissal gives its reason. */
  text: string;
  /** Upheld: the post that gets the task at once; without it the task goes back to the issuer. */
  post?: string;
}

export type SuspensionGround = "disaster" | "policy" | "others" | "procedure" | "objective";

export interface SuspensionRequest {
  ground: SuspensionGround;
  reason: string;
  until: string;
}

export interface NewSuspension {
  ground: SuspensionGround;
  reason: string;
  /** The date stays, or moves by the days suspended. */
  clock: "runs_on" | "moves";
  from: string;
  /** Its last day; the day after the clock goes on by itself. */
  until: string;
}

export interface Answer {
  /** Granted or refused; held or rebounded. */
  answer: "yes" | "no";
  text: string;
}

export interface StrikeOff {
  text: string;
  look_back_months?: number;
}

export interface Assign {
  post: string;
  due?: string;
  note?: string;
  /** What is to be handed in beside the work; a figure that the system holds is refused. */
  asks?: AskedItem[];
}

export interface Report {
  text: string;
  evidence: Evidence[];
  /** Done, in the target's unit. */
  amount?: string;
}

export interface Note {
  text: string;
}

export interface Evidence {
  digest: string;
  file_name: string;
  bytes: number;
}

export type ProblemState =
  | "raised"
  | "listed"
  | "planned"
  | "reported"
  | "accepted"
  | "struck_off"
  | "held"
  | "unfounded"
  | "handed_on"
  | "merged"
  | "ended";

export type ProblemStep =
  | "join"
  | "list"
  | "plan"
  | "stage"
  | "report"
  | "accept"
  | "return"
  | "strike_off"
  | "hold"
  | "rebound"
  | "judge"
  | "take_back"
  | "review"
  | "ask_extension"
  | "answer_extension"
  | "end"
  | "tell"
  | "suspend"
  | "resume";

export type Branch = "immediate" | "staged" | "long_term";

export type RemarkKind = "problem" | "suggestion";

export interface MissionGroup {
  number: number;
  area: string;
  province: boolean;
  people: number;
}

export interface SourceEntry {
  kind: "meeting" | "document" | "instruction";
  id: string;
  title: string;
  /** Chair or giver or kind of paper. */
  detail: string;
  on: string;
  division: string;
  orders: number;
}

export interface SourcePage {
  items: SourceEntry[];
  next: string;
}

export interface Reach {
  branches: number;
  branches_reached: number;
  branches_whole: number;
  persons: number;
  persons_reached: number;
}

export interface AgendaItem {
  title: string;
  /** Of the first topic. */
  first_topic: boolean;
  document: string | null;
  /** What it took from the agenda pool. */
  conveyance: string | null;
}

export interface MeetingBranch {
  number: number;
  name: string;
  division: string;
  venue: string;
  expected: number;
  present: number | null;
  made_up: number;
}

export interface Attendance {
  branch: number;
  made_up: boolean;
  people: number;
  note: string;
  officer: string;
  on: string;
}

export interface Meeting {
  held_on: string;
  chair: string;
  /** Of session; empty when it was not said. */
  form: string;
  conveyors: string[];
  issuer: string;
  agenda: AgendaItem[];
  branches: MeetingBranch[];
}

export interface Instruction {
  by: string;
  given_on: string;
  text: string;
  issuer: string;
  document: string | null;
}

export interface Source {
  entry: SourceEntry;
  meeting: Meeting | null;
  attendance: Attendance[];
  instruction: Instruction | null;
  reach: Reach;
  meetings: SourceEntry[];
  orders: TaskRow[];
  /** Orders outside the reader's area. */
  hidden: number;
  may_record: boolean;
}

export interface Basis {
  entry: SourceEntry;
  note: string;
  inherited: boolean;
  own: boolean;
  /** Of a task that was merged into this one. */
  absorbed: boolean;
}

export interface TaskSources {
  sources: Basis[];
  hidden: number;
  meetings: SourceEntry[];
  reach: Reach;
  may_cite: boolean;
}

export interface NewAgendaItem {
  title: string;
  first_topic: "yes" | "no";
  document?: string;
  /** Taken from the agenda pool; title and class and paper are those of the matter. */
  conveyance?: string;
}

export interface NewBranch {
  name: string;
  division: string;
  venue?: string;
  expected: number;
}

export interface RecordMeeting {
  name: string;
  held_on: string;
  chair: string;
  /** One of the forms of conveyance-figures. */
  form?: string;
  conveyors?: string[];
  agenda: NewAgendaItem[];
  branches?: NewBranch[];
}

export interface TakeAttendance {
  branch: number;
  made_up: "yes" | "no";
  people: number;
  note?: string;
}

export interface EnterInstruction {
  by: string;
  given_on: string;
  text: string;
  document?: string;
}

export interface CiteSource {
  kind: "meeting" | "document" | "instruction";
  source: string;
  text?: string;
}

export type ConveyanceState =
  | "received"
  | "pooled"
  | "conveyed"
  | "decided"
  | "broken_down"
  | "looked_back"
  | "archived"
  | "withdrawn";

export type ConveyanceFigure = "received" | "conveyed" | "waiting" | "late" | "decided" | "archived" | "withdrawn";

export type ConveyanceStep = "pool" | "convey" | "decide" | "answer" | "exempt" | "look_back" | "archive" | "withdraw";

export interface Conveyance {
  id: string;
  version: number;
  state: ConveyanceState;
  title: string;
  /** Of the paper; may be empty. */
  number: string;
  from: string;
  /** meeting or document or instruction. */
  source_kind: string | null;
  source: string | null;
  received_on: string;
  /** Last day in time. */
  convey_by: string;
  conveyed_on: string | null;
  timeliness: "waiting" | "in_time" | "late";
  /** From receipt to conveyance or to today. */
  days: number;
  first_topic: boolean;
  division: string;
  issuer: string;
  planned_meeting: string;
  planned_on: string | null;
  place: number;
  reach: Reach;
  /** Every person to be reached was reached. */
  covered: boolean;
  measure_count: number;
  /** Measures with a task or said to need none. */
  settled: number;
  tasks: number;
  /** Of the tasks. */
  closed: number;
}

export interface ConveyancePage {
  items: Conveyance[];
  next: string;
}

export interface ConveyanceMeeting {
  id: string;
  name: string;
  held_on: string;
}

export interface ConveyanceMeasure {
  number: number;
  text: string;
  unit: string;
  /** Why it needs no task. */
  exempt: string;
  tasks: string[];
}

export interface ConveyanceCase {
  row: Conveyance;
  meetings: ConveyanceMeeting[];
  proposed_by: string;
  /** Name of the meeting that decided last. */
  decided_at: string;
  measures: ConveyanceMeasure[];
  orders: TaskRow[];
  /** Tasks outside the reader's area. */
  hidden: number;
  steps: Step[];
  open: ConveyanceStep[];
}

export interface SessionForm {
  id: string;
  label: string;
}

export interface SessionCount {
  form: string;
  label: string;
  sessions: number;
}

export interface ConveyanceYear {
  year: number;
  received: number;
  conveyed: number;
  waiting: number;
  late: number;
  /** With measures. */
  decided: number;
  archived: number;
  /** Not among the received. */
  withdrawn: number;
  /** From receipt to conveyance. */
  average_days: string | null;
  measures: number;
  tasks: number;
  closed: number;
  reach: Reach;
  sessions: SessionCount[];
  convey_days: number;
  basis: string;
  forms: SessionForm[];
}

export interface ReceiveConveyance {
  title: string;
  number?: string;
  from: string;
  source_kind?: "meeting" | "document" | "instruction";
  source?: string;
  received_on: string;
  first_topic: "yes" | "no";
}

export interface PoolConveyance {
  /** For which meeting in words. */
  meeting: string;
  planned_on?: string;
  place: number;
}

export interface NewMeasure {
  text: string;
  unit: string;
}

export interface DecideMeasures {
  proposed_by: string;
  meeting: string;
  measures: NewMeasure[];
}

export interface AnswerMeasure {
  measure: number;
  task: string;
}

export interface ExemptMeasure {
  measure: number;
  text: string;
}

export interface ArchiveConveyance {
  text?: string;
}

export type MorningPart =
  | "objection"
  | "sign"
  | "returned"
  | "late"
  | "due_soon"
  | "period"
  | "verify"
  | "look_back";

export interface MorningSection {
  part: MorningPart;
  total: number;
  rows: TaskRow[];
}

export interface Morning {
  as_of: string;
  sections: MorningSection[];
  problems: ProblemRow[];
  /** More is in these hands than was looked at. */
  cut: boolean;
  /** A near date lies in a year whose days off are not loaded; working days are Monday to Friday there. */
  provisional: boolean;
}

export interface LateRow {
  division: string;
  name: string;
  open: number;
  late: number;
}

export interface Lateness {
  division: string;
  name: string;
  as_of: string;
  tally: Tally;
  below: LateRow[];
}

export interface Briefing {
  lateness: Lateness;
  unit: string;
  late: TaskRow[];
  returned: TaskRow[];
  returned_total: number;
  look_backs: number;
  problems: ProblemRow[];
}

export interface AskCounts {
  task: number;
  period: number;
  figure: number;
  form: number;
  problem: number;
  total: number;
}

export interface LoadLine {
  division: string;
  name: string;
  counts: AskCounts;
  /** Of the total by the reader's own division. */
  caused: number;
  burden: "unlimited" | "light" | "near" | "over";
}

export interface Load {
  division: string;
  name: string;
  month: string;
  /** 0 when there is none. */
  township_limit: number;
  village_limit: number;
  divisions: number;
  over: number;
  counts: AskCounts;
  caused: number;
  lines: LoadLine[];
}

export interface AskRow {
  kind: "task" | "period" | "figure" | "form" | "problem";
  ref: string;
  title: string;
  cause: string;
  cause_name: string;
  on: string;
  times: number;
}

export interface LoadRows {
  division: string;
  name: string;
  month: string;
  burden: "unlimited" | "light" | "near" | "over";
  total: number;
  asks: AskRow[];
}

export interface Indicator {
  id: string;
  name: string;
  unit: string;
  also: string[];
  value: number;
  rows: "tasks" | "problems";
  /** Of the tasks or the problems that are counted; empty: all of them. */
  states: string[];
  overdue: boolean;
  focused: boolean;
}

export interface IndicatorList {
  division: string;
  name: string;
  as_of: string;
  items: Indicator[];
}

export interface BindTask {
  indicator: string;
}

export interface Measured {
  id: string;
  name: string;
  amount: string;
  unit: string;
}

export interface AskedItem {
  kind: "figure" | "form";
  name: string;
  /** How it differs from a figure of the system whose name is near (E-LOAD-011). */
  different?: string;
}

export interface Mission {
  id: string;
  version: number;
  title: string;
  division: string;
  from: string;
  to: string;
  people: number;
  groups: MissionGroup[];
}

export interface MissionList {
  items: Mission[];
}

export interface GroupTally {
  number: number;
  area: string;
  /** The leader first. */
  people: string[];
  /** In sessions. */
  sessions: number;
  /** In persons spoken with. */
  interviews: number;
  /** In places. */
  visits: number;
  /** Remarks of the kind. */
  problems: number;
  /** Remarks of the kind. */
  suggestions: number;
  /** Remarks of both kinds that went into a problem. */
  merged: number;
  /** Remarks of both kinds whose speakers were told what became of them. */
  told: number;
}

export interface OpenedMission {
  mission: Mission;
  groups: GroupTally[];
  /** This reader may form groups. */
  may_manage: boolean;
  /** This reader may log what groups held and heard. */
  may_record: boolean;
}

export interface LoggedActivity {
  kind: "session" | "interview" | "visit";
  held_on: string;
  place: string;
  /** In the unit of its kind. */
  amount: number;
  note: string;
}

export interface GroupRecords {
  activities: LoggedActivity[];
  remarks: Remark[];
  /** There are more of one of the two. */
  cut: boolean;
}

export interface OpenMission {
  title: string;
  from: string;
  to: string;
}

export interface FormGroup {
  number: number;
  area: string;
  province: "yes" | "no";
  leader: string;
  members: GroupMember[];
}

export interface GroupMember {
  name: string;
}

export interface LogActivity {
  group: number;
  kind: "session" | "interview" | "visit";
  held_on: string;
  place: string;
  /** In the unit of its kind: sessions or people spoken with or places. */
  amount: number;
  note?: string;
}

export interface TakeRemarks {
  group: number;
  remarks: RawRemark[];
}

export interface RawRemark {
  kind: RemarkKind;
  text: string;
  /** What kind of person; never a name. */
  said_by: string;
  place: string;
}

export interface Remark {
  id: string;
  kind: RemarkKind;
  text: string;
  said_by: string;
  place: string;
  mission: string;
  group: number;
  on: string;
  problem: string | null;
  told: Told | null;
}

export interface RemarkPage {
  items: Remark[];
  next: string;
}

export interface ProblemList {
  id: string;
  name: string;
  scheme: string;
  source: string;
  declared: number | null;
  opened_on: string;
  listed: number;
  focused: number;
  started: number;
  struck_off: number;
  /** Gone on for good, reviewed every year; never done. */
  long_term: number;
  /** Given up with approval; counted apart. */
  ended: number;
  /** Reported after their date, ever. */
  late: number;
  /** Standing still today. */
  suspended: number;
  version: number;
  frozen_from: string | null;
  closed_on: string | null;
  /** What the reader may do now. */
  open: ListStep[];
}

export type ListStep = "freeze" | "thaw" | "close";

export interface FreezeList {
  from: string;
  text?: string;
}

export type ProblemFinding = "confirmed" | "unfounded" | "not_ours";

export interface JudgeProblem {
  finding: "confirmed" | "unfounded" | "not_ours" | "duplicate";
  /** Of a confirmed one: a word of the package. */
  nature?: string;
  /** Of a confirmed one: a word of the package. */
  difficulty?: string;
  cause?: string;
  /** Of one that is not ours: whom it is handed on to. */
  unit?: string;
  reason?: string;
  /** Of a duplicate: the problem it goes on in. */
  into?: string;
}

export interface ProblemJudgement {
  finding: ProblemFinding;
  nature: string;
  difficulty: string;
  cause: string;
  unit: string;
  reason: string;
  on: string;
}

/** Of the package, to choose from. */
export interface ProblemWords {
  natures: string[];
  difficulties: string[];
  told_ways: string[];
}

export interface ReviewProblem {
  text: string;
  evidence: Evidence[];
  /** The day of the next review. */
  next: string;
}

export interface SuspendProblem {
  ground: SuspensionGround;
  reason: string;
  /** The date stays, or moves by the days suspended. */
  clock: "runs_on" | "moves";
  /** Its last day, from today. */
  until: string;
  evidence: Evidence[];
}

export interface TellBack {
  remarks: RemarkName[];
  on: string;
  by: string;
  /** A word of the package. */
  way: string;
  /** Satisfied or not, in their words. */
  answer: string;
}

export interface Told {
  on: string;
  by: string;
  way: string;
  answer: string;
}

export interface ProblemLists {
  items: ProblemList[];
}

export interface OpenProblemList {
  name: string;
  scheme?: string;
  source: string;
  declared?: number;
}

export interface ProblemRow {
  id: string;
  version: number;
  state: ProblemState;
  light: Light;
  text: string;
  source: string;
  issuer: string;
  remarks: number;
  list: string | null;
  number: number;
  focused: boolean;
  branch: Branch | null;
  owner: Owner | null;
  due: string | null;
  closed_on: string | null;
  look_back_on: string | null;
  reopened: number;
  /** Reported after its date, ever. */
  was_late: boolean;
  /** Its suspension is over, and nobody resumed it. */
  to_resume: boolean;
}

export interface ProblemPage {
  items: ProblemRow[];
  next: string;
}

export interface PlanStage {
  text: string;
  due: string;
  sign: string;
  done_on: string | null;
}

export interface ProblemCase {
  row: ProblemRow;
  list_name: string;
  measure: string;
  cause: string;
  supervision: string;
  /** Of a long-term one: this year's. */
  target: string;
  judgement: ProblemJudgement | null;
  merged_into: MergedInto | null;
  /** Duplicates that went on in this one. */
  absorbed: MergedInto[];
  extension: AskedExtension | null;
  /** The dates before each extension or suspension that moved it. */
  past_dues: string[];
  /** The first day of the period up to its date. */
  runs_from: string | null;
  /** The last one, until somebody resumes it or goes on with it. */
  suspension: NewSuspension | null;
  words: ProblemWords;
  stages: PlanStage[];
  raw: Remark[];
  steps: Step[];
  open: ProblemStep[];
}

export interface RemarkName {
  id: string;
}

export interface RaiseProblem {
  text: string;
  source?: string;
  remarks?: RemarkName[];
}

export interface JoinRemarks {
  remarks: RemarkName[];
}

export interface PutOnList {
  list: string;
  number: number;
  focused: "yes" | "no";
}

export interface NewStage {
  text: string;
  due: string;
  sign: string;
}

export interface PlanProblem {
  branch: Branch;
  post: string;
  measure: string;
  cause?: string;
  supervision?: string;
  /** Of a long-term one: its yearly target. */
  target?: string;
  due: string;
  stages?: NewStage[];
}

export interface ReportProblem {
  /** Which stage, from 1; absent: the whole. */
  stage?: number;
  text: string;
  evidence: Evidence[];
}

export interface Figure {
  name: string;
  label: string;
  unit: string;
  /** The sentence says that there are more. */
  at_least: boolean;
  amount: number;
}

export interface FigureSentence {
  id: string;
  title: string;
  /** With {name} where each figure stands. */
  sentence: string;
  figures: Figure[];
}

export interface FigureList {
  items: FigureSentence[];
}

export interface FigureRow {
  id: string;
  title: string;
  detail: string;
  amount: number;
}

export interface FigureRows {
  rows: number;
  amount: number;
  items: FigureRow[];
  next: string;
}

export interface LogVerification {
  intact: boolean;
  events: number;
  last_hash: string;
  findings: string[];
}

export interface NewPassword {
  before: string;
  after: string;
}

export interface OfferedFactor {
  secret: string;
  uri: string;
}

export interface OneTimeCode {
  code: string;
}

export interface RecoveryCodes {
  recovery_codes: string[];
}

export interface LevelCount {
  level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
  count: number;
}

export type ChangeKind = "establish" | "rename" | "merge" | "split" | "move" | "abolish";

export interface DivisionPart {
  code: string;
  name: string;
  takes?: string[];
}

/** Which fields count follows from the kind. */
export interface DivisionChangeOrder {
  kind: ChangeKind;
  on: string;
  /** Number of the approving document. */
  basis: string;
  code: string;
  name?: string;
  sources?: string[];
  parts?: DivisionPart[];
  source_ends?: boolean;
  to?: string;
  successor?: string;
}

/** At most 200 of each list; the totals say how many there are. */
export interface DivisionsChanged {
  id: string;
  kind: ChangeKind;
  on: string;
  basis: string;
  summary: string;
  started_total: number;
  ended_total: number;
  started: StartedDivision[];
  ended: string[];
  renamed: RenamedDivision[];
}

export interface StartedDivision {
  code: string;
  name: string;
  parent: string;
}

export interface RenamedDivision {
  code: string;
  former: string;
  name: string;
}

export interface DivisionChange {
  id: string;
  kind: ChangeKind;
  on: string;
  known: string;
  basis: string;
  summary: string;
  started: number;
  ended: number;
  /** Null while the change holds. */
  withdrawn: DivisionWithdrawal | null;
}

export interface DivisionWithdrawal {
  known: string;
  by: string;
  reason: string;
}

export interface OpenedDivisionChange {
  change: DivisionChange;
  order: DivisionChangeOrder;
}

export interface WithdrawalReason {
  reason: string;
}

export interface DivisionCorrection {
  /** Why the recorded change is wrong. */
  reason: string;
  order: DivisionChangeOrder;
}

export interface DivisionChangePage {
  items: DivisionChange[];
  next: string;
}

/** One division on each side is directly comparable; several on a side only as their sum. */
export interface ComparedGround {
  before: Division[];
  after: Division[];
  /** Confirmed in the year of the first day, under the codes of then; nothing where my view ends. */
  tasks_before: number | null;
  /** Confirmed in the year of the second day on the same ground, under the codes of either day. */
  tasks_after: number | null;
}

export interface DivisionComparison {
  from: string;
  to: string;
  rows: ComparedGround[];
}

export type UnitKind = "bureau" | "section" | "township" | "committee" | "station" | "institution";

export interface NewUnit {
  name: string;
  division: string;
  kind: UnitKind;
  reports_to?: string;
}

export interface UnitPlacement {
  division: string;
  reports_to?: string;
  on: string;
}

export interface NewRelation {
  other: string;
  kind: "leads" | "cooperates";
  matter: string;
  from: string;
  until?: string;
}

export interface OnDay {
  on: string;
}

export interface Unit {
  id: string;
  name: string;
  division: string;
  /** A UnitKind; empty when not said. */
  kind: string;
  reports_to: string;
  until: string | null;
}

export interface HeldPost {
  holder: string;
  from: string;
  until: string | null;
  person: string | null;
}

export interface StaffedPost {
  id: string;
  title: string;
  holder: string;
  until: string | null;
  held: HeldPost[];
}

export interface UnitRelation {
  other: string;
  /** Empty when it may not be seen. */
  other_name: string;
  kind: "leads" | "cooperates";
  matter: string;
  from: string;
  until: string | null;
}

export interface StaffedUnit {
  id: string;
  name: string;
  division: string;
  kind: string;
  reports_to: string;
  /** Empty when it may not be seen. */
  reports_to_name: string;
  until: string | null;
  posts: StaffedPost[];
  relations: UnitRelation[];
}

export interface UnitPage {
  items: StaffedUnit[];
  next: string;
}

export interface NewPost {
  unit: string;
  title: string;
}

export interface NewAppointment {
  holder: string;
  from: string;
  until?: string;
  person?: string;
}

export interface ImportedStaff {
  units: number;
  posts: number;
  appointments: number;
}

export interface NewPerson {
  name: string;
  division: string;
  resident?: string;
  telephone?: string;
}

export interface ResidentQuery {
  resident: string;
}

export interface StaffPerson {
  id: string;
  name: string;
  division: string;
  resident_mask: string;
  telephone_mask: string;
}

export interface StaffPersonPage {
  items: StaffPerson[];
  next: string;
}

export interface Revelation {
  field: "resident" | "telephone";
  reason: string;
}

export interface RevealedField {
  value: string;
}

export interface Account {
  login: string;
  name: string;
  post: string;
  post_title: string;
  unit_name: string;
  division: string;
  roles: Role[];
  second_factor: boolean;
  /** The password was given by another and opens the door until then; nothing: chosen by its owner. */
  given_until: string | null;
  locked: boolean;
  lock_reason: string;
  /** Nothing: until it is unlocked. */
  locked_until: string | null;
}

export interface AccountList {
  items: Account[];
}

export interface GivenPassword {
  reason: string;
  password: string;
}

export interface NewAccount {
  login: string;
  name: string;
  post: string;
  roles: Role[];
  password: string;
}

export interface Reason {
  reason: string;
}

export interface RoleOrder {
  reason: string;
  roles: Role[];
}

export interface AuditEntry {
  seq: number;
  at: string;
  kind: string;
  login: string;
  actor: string;
  detail: string;
}

export interface AuditPage {
  items: AuditEntry[];
  next: string;
}

export interface GlassOrder {
  division: string;
  reason: string;
}

export interface Glass {
  division: string;
  until: string;
}
