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
  reported: number;
  verified: number;
  struck_off: number;
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

export interface Decisions {
  confirm: Confirm[];
  reject: Reject[];
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

export type TaskState = "confirmed" | "assigned" | "reported" | "verified" | "struck_off";

export type Light = "undated" | "on_time" | "due_soon" | "overdue" | "closed";

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
}

export interface TaskPage {
  items: TaskRow[];
  next: string;
  total: number;
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
  /** The steps this caller may take now. */
  open: Array<"assign" | "report" | "verify" | "return" | "strike_off">;
}

export interface Assign {
  post: string;
  due?: string;
  note?: string;
}

export interface Report {
  text: string;
  evidence: Evidence[];
}

export interface Note {
  text: string;
}

export interface Evidence {
  digest: string;
  file_name: string;
  bytes: number;
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
}

export interface DivisionChangePage {
  items: DivisionChange[];
  next: string;
}

/** One division on each side is directly comparable; several on a side only as their sum. */
export interface ComparedGround {
  before: Division[];
  after: Division[];
  /** Nothing where my view ends. */
  tasks_before: number | null;
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
  until: string | null;
  posts: StaffedPost[];
  relations: UnitRelation[];
}

export interface UnitList {
  items: StaffedUnit[];
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
  locked: boolean;
  lock_reason: string;
  /** Nothing: until it is unlocked. */
  locked_until: string | null;
}

export interface AccountList {
  items: Account[];
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
