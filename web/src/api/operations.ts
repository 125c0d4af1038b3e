// Generated from contract/openapi.yaml by `npm run contract`; do not edit.

import type {
  SignIn,
  TakeRole,
  Session,
  OwnPassword,
  OwnSessions,
  SessionEnd,
  SessionsEnded,
  Demo,
  Workbench,
  DivisionPage,
  DivisionPath,
  PostList,
  DocumentSummary,
  DocumentPage,
  Document,
  CandidatePage,
  DocumentAnswer,
  Decisions,
  Recut,
  BookOutcome,
  Tables,
  TypedCells,
  WithdrawRow,
  TableRowPage,
  OpenedTableRow,
  TableOutcome,
  TaskState,
  TaskPage,
  Task,
  TaskMark,
  TaskTree,
  Split,
  StageSchemes,
  Extension,
  Merge,
  NewObjection,
  Ruling,
  SuspensionRequest,
  NewSuspension,
  Answer,
  StrikeOff,
  Assign,
  Report,
  Note,
  Evidence,
  ProblemState,
  SourcePage,
  Source,
  TaskSources,
  RecordMeeting,
  TakeAttendance,
  EnterInstruction,
  CiteSource,
  ConveyanceState,
  ConveyanceFigure,
  ConveyancePage,
  ConveyanceCase,
  ConveyanceYear,
  ReceiveConveyance,
  PoolConveyance,
  DecideMeasures,
  AnswerMeasure,
  ExemptMeasure,
  ArchiveConveyance,
  Morning,
  Lateness,
  Briefing,
  Load,
  LoadRows,
  IndicatorList,
  BindTask,
  Mission,
  MissionList,
  OpenedMission,
  GroupRecords,
  OpenMission,
  FormGroup,
  LogActivity,
  TakeRemarks,
  RemarkPage,
  ProblemList,
  FreezeList,
  JudgeProblem,
  ReviewProblem,
  SuspendProblem,
  TellBack,
  ProblemLists,
  OpenProblemList,
  ProblemPage,
  ProblemCase,
  RaiseProblem,
  JoinRemarks,
  PutOnList,
  PlanProblem,
  ReportProblem,
  FigureList,
  FigureRows,
  LogVerification,
  NewPassword,
  OfferedFactor,
  OneTimeCode,
  RecoveryCodes,
  DivisionChangeOrder,
  DivisionsChanged,
  DivisionChange,
  OpenedDivisionChange,
  WithdrawalReason,
  DivisionCorrection,
  DivisionChangePage,
  DivisionComparison,
  NewUnit,
  UnitPlacement,
  NewRelation,
  OnDay,
  Unit,
  StaffedPost,
  UnitPage,
  NewPost,
  NewAppointment,
  ImportedStaff,
  NewPerson,
  ResidentQuery,
  StaffPerson,
  StaffPersonPage,
  Revelation,
  RevealedField,
  Account,
  AccountList,
  GivenPassword,
  NewAccount,
  Reason,
  RoleOrder,
  AuditPage,
  GlassOrder,
  Glass,
} from "./shapes";

export interface Operations {
  getSession: {
    path: null;
    query: null;
    body: null;
    answer: Session;
  };
  signIn: {
    path: null;
    query: null;
    body: SignIn;
    answer: Session;
  };
  signOut: {
    path: null;
    query: null;
    body: null;
    answer: null;
  };
  changePassword: {
    path: null;
    query: null;
    body: NewPassword;
    answer: null;
  };
  offerSecondFactor: {
    path: null;
    query: null;
    body: OwnPassword;
    answer: OfferedFactor;
  };
  confirmSecondFactor: {
    path: null;
    query: null;
    body: OneTimeCode;
    answer: RecoveryCodes;
  };
  listSessions: {
    path: null;
    query: null;
    body: null;
    answer: OwnSessions;
  };
  endSessions: {
    path: null;
    query: null;
    body: SessionEnd;
    answer: SessionsEnded;
  };
  getDemo: {
    path: null;
    query: null;
    body: null;
    answer: Demo;
  };
  takeDemoRole: {
    path: null;
    query: null;
    body: TakeRole;
    answer: Session;
  };
  getWorkbench: {
    path: null;
    query: null;
    body: null;
    answer: Workbench;
  };
  listDivisions: {
    path: null;
    query: {
      parent?: string;
      q?: string;
      at?: string;
      known?: string;
      after?: string;
      limit?: number;
    };
    body: null;
    answer: DivisionPage;
  };
  getDivision: {
    path: { code: string };
    query: { at?: string; known?: string };
    body: null;
    answer: DivisionPath;
  };
  compareDivisions: {
    path: { code: string };
    query: { from: string; to?: string };
    body: null;
    answer: DivisionComparison;
  };
  listDivisionChanges: {
    path: null;
    query: { inside?: string; after?: string; limit?: number };
    body: null;
    answer: DivisionChangePage;
  };
  changeDivisions: {
    path: null;
    query: { preview?: boolean };
    body: DivisionChangeOrder;
    answer: DivisionsChanged;
  };
  getDivisionChange: {
    path: { id: string };
    query: null;
    body: null;
    answer: OpenedDivisionChange;
  };
  withdrawDivisionChange: {
    path: { id: string };
    query: null;
    body: WithdrawalReason;
    answer: DivisionChange;
  };
  correctDivisions: {
    path: { id: string };
    query: { preview?: boolean };
    body: DivisionCorrection;
    answer: DivisionsChanged;
  };
  listUnits: {
    path: null;
    query: { division?: string; q?: string; after?: string; limit?: number };
    body: null;
    answer: UnitPage;
  };
  foundUnit: {
    path: null;
    query: null;
    body: NewUnit;
    answer: Unit;
  };
  closeUnit: {
    path: { id: string };
    query: null;
    body: OnDay;
    answer: null;
  };
  placeUnit: {
    path: { id: string };
    query: null;
    body: UnitPlacement;
    answer: null;
  };
  relateUnits: {
    path: { id: string };
    query: null;
    body: NewRelation;
    answer: null;
  };
  listPosts: {
    path: null;
    query: null;
    body: null;
    answer: PostList;
  };
  createPost: {
    path: null;
    query: null;
    body: NewPost;
    answer: StaffedPost;
  };
  closePost: {
    path: { id: string };
    query: null;
    body: OnDay;
    answer: null;
  };
  appointHolder: {
    path: { id: string };
    query: null;
    body: NewAppointment;
    answer: null;
  };
  endAppointment: {
    path: { id: string; from: string };
    query: null;
    body: OnDay;
    answer: null;
  };
  exportStaff: {
    path: null;
    query: null;
    body: null;
    answer: Blob;
  };
  importStaff: {
    path: null;
    query: { name: string };
    body: Blob;
    answer: ImportedStaff;
  };
  listPeople: {
    path: null;
    query: { after?: string; limit?: number };
    body: null;
    answer: StaffPersonPage;
  };
  registerPerson: {
    path: null;
    query: null;
    body: NewPerson;
    answer: StaffPerson;
  };
  searchPeople: {
    path: null;
    query: null;
    body: ResidentQuery;
    answer: StaffPersonPage;
  };
  revealField: {
    path: { id: string };
    query: null;
    body: Revelation;
    answer: RevealedField;
  };
  listAccounts: {
    path: null;
    query: null;
    body: null;
    answer: AccountList;
  };
  openAccount: {
    path: null;
    query: null;
    body: NewAccount;
    answer: Account;
  };
  lockAccount: {
    path: { login: string };
    query: null;
    body: Reason;
    answer: Account;
  };
  unlockAccount: {
    path: { login: string };
    query: null;
    body: Reason;
    answer: Account;
  };
  givePassword: {
    path: { login: string };
    query: null;
    body: GivenPassword;
    answer: Account;
  };
  endAccountSessions: {
    path: { login: string };
    query: null;
    body: Reason;
    answer: Account;
  };
  giveRoles: {
    path: { login: string };
    query: null;
    body: RoleOrder;
    answer: Account;
  };
  removeSecondFactor: {
    path: { login: string };
    query: null;
    body: Reason;
    answer: Account;
  };
  listAudit: {
    path: null;
    query: { login?: string; kind?: string; after?: string; limit?: number };
    body: null;
    answer: AuditPage;
  };
  breakGlass: {
    path: null;
    query: null;
    body: GlassOrder;
    answer: Glass;
  };
  listDocuments: {
    path: null;
    query: { after?: string; limit?: number };
    body: null;
    answer: DocumentPage;
  };
  receiveDocument: {
    path: null;
    query: { name: string };
    body: Blob;
    answer: DocumentSummary;
  };
  getDocument: {
    path: { id: string };
    query: { bare?: boolean };
    body: null;
    answer: Document;
  };
  listCandidates: {
    path: { id: string };
    query: { after?: string; limit?: number };
    body: null;
    answer: CandidatePage;
  };
  getOriginal: {
    path: { id: string };
    query: null;
    body: null;
    answer: Blob;
  };
  decideCandidates: {
    path: { id: string };
    query: { changes?: boolean };
    body: Decisions;
    answer: DocumentAnswer;
  };
  recutCandidates: {
    path: { id: string };
    query: { changes?: boolean };
    body: Recut;
    answer: DocumentAnswer;
  };
  listTasks: {
    path: null;
    query: {
      state?: TaskState[];
      document?: string;
      mine?: boolean;
      unsigned?: boolean;
      overdue?: boolean;
      due_within?: number;
      division?: string;
      split?: boolean;
      mark?: TaskMark;
      q?: string;
      after?: string;
      limit?: number;
    };
    body: null;
    answer: TaskPage;
  };
  getTask: {
    path: { id: string };
    query: null;
    body: null;
    answer: Task;
  };
  assignTask: {
    path: { id: string };
    query: null;
    body: Assign;
    answer: Task;
  };
  reportTask: {
    path: { id: string };
    query: null;
    body: Report;
    answer: Task;
  };
  verifyTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  returnTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  strikeOffTask: {
    path: { id: string };
    query: null;
    body: StrikeOff;
    answer: Task;
  };
  getTaskTree: {
    path: { id: string };
    query: { after?: string; limit?: number };
    body: null;
    answer: TaskTree;
  };
  splitTask: {
    path: { id: string };
    query: null;
    body: Split;
    answer: Task;
  };
  signForTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  progressTask: {
    path: { id: string };
    query: null;
    body: Report;
    answer: Task;
  };
  urgeTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  askExtension: {
    path: { id: string };
    query: null;
    body: Extension;
    answer: Task;
  };
  answerExtension: {
    path: { id: string };
    query: null;
    body: Answer;
    answer: Task;
  };
  askSuspension: {
    path: { id: string };
    query: null;
    body: SuspensionRequest;
    answer: Task;
  };
  suspendTask: {
    path: { id: string };
    query: null;
    body: NewSuspension;
    answer: Task;
  };
  refuseSuspension: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  resumeTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  objectToTask: {
    path: { id: string };
    query: null;
    body: NewObjection;
    answer: Task;
  };
  ruleObjection: {
    path: { id: string };
    query: null;
    body: Ruling;
    answer: Task;
  };
  mergeTask: {
    path: { id: string };
    query: null;
    body: Merge;
    answer: Task;
  };
  lookBackTask: {
    path: { id: string };
    query: null;
    body: Answer;
    answer: Task;
  };
  endTask: {
    path: { id: string };
    query: null;
    body: Note;
    answer: Task;
  };
  listFieldWork: {
    path: null;
    query: null;
    body: null;
    answer: MissionList;
  };
  openFieldWork: {
    path: null;
    query: null;
    body: OpenMission;
    answer: Mission;
  };
  getFieldWork: {
    path: { id: string };
    query: null;
    body: null;
    answer: OpenedMission;
  };
  getGroupRecords: {
    path: { id: string; number: string };
    query: null;
    body: null;
    answer: GroupRecords;
  };
  formGroup: {
    path: { id: string };
    query: null;
    body: FormGroup;
    answer: Mission;
  };
  logActivity: {
    path: { id: string };
    query: null;
    body: LogActivity;
    answer: Mission;
  };
  takeRemarks: {
    path: { id: string };
    query: null;
    body: TakeRemarks;
    answer: Mission;
  };
  listRemarks: {
    path: null;
    query: { merged?: boolean; after?: string; limit?: number };
    body: null;
    answer: RemarkPage;
  };
  listProblemLists: {
    path: null;
    query: null;
    body: null;
    answer: ProblemLists;
  };
  openProblemList: {
    path: null;
    query: null;
    body: OpenProblemList;
    answer: ProblemList;
  };
  freezeProblemList: {
    path: { id: string };
    query: null;
    body: FreezeList;
    answer: ProblemList;
  };
  thawProblemList: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemList;
  };
  closeProblemList: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemList;
  };
  listProblems: {
    path: null;
    query: {
      state?: ProblemState[];
      list?: string;
      mine?: boolean;
      focused?: boolean;
      started?: boolean;
      done?: boolean;
      late?: boolean;
      division?: string;
      after?: string;
      limit?: number;
    };
    body: null;
    answer: ProblemPage;
  };
  raiseProblem: {
    path: null;
    query: null;
    body: RaiseProblem;
    answer: ProblemCase;
  };
  getProblem: {
    path: { id: string };
    query: null;
    body: null;
    answer: ProblemCase;
  };
  joinRemarks: {
    path: { id: string };
    query: null;
    body: JoinRemarks;
    answer: ProblemCase;
  };
  putOnList: {
    path: { id: string };
    query: null;
    body: PutOnList;
    answer: ProblemCase;
  };
  planProblem: {
    path: { id: string };
    query: null;
    body: PlanProblem;
    answer: ProblemCase;
  };
  reportProblem: {
    path: { id: string };
    query: null;
    body: ReportProblem;
    answer: ProblemCase;
  };
  acceptProblem: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  returnProblem: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  strikeOffProblem: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  judgeProblem: {
    path: { id: string };
    query: null;
    body: JudgeProblem;
    answer: ProblemCase;
  };
  takeBackJudgement: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  reviewProblem: {
    path: { id: string };
    query: null;
    body: ReviewProblem;
    answer: ProblemCase;
  };
  askProblemExtension: {
    path: { id: string };
    query: null;
    body: Extension;
    answer: ProblemCase;
  };
  answerProblemExtension: {
    path: { id: string };
    query: null;
    body: Answer;
    answer: ProblemCase;
  };
  endProblem: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  suspendProblem: {
    path: { id: string };
    query: null;
    body: SuspendProblem;
    answer: ProblemCase;
  };
  resumeProblem: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ProblemCase;
  };
  tellBack: {
    path: { id: string };
    query: null;
    body: TellBack;
    answer: ProblemCase;
  };
  lookBackProblem: {
    path: { id: string };
    query: null;
    body: Answer;
    answer: ProblemCase;
  };
  listFigures: {
    path: null;
    query: null;
    body: null;
    answer: FigureList;
  };
  getFigure: {
    path: { id: string; name: string };
    query: { after?: string; limit?: number };
    body: null;
    answer: FigureRows;
  };
  keepEvidence: {
    path: null;
    query: { name: string };
    body: Blob;
    answer: Evidence;
  };
  getEvidence: {
    path: { id: string; digest: string };
    query: null;
    body: null;
    answer: Blob;
  };
  exportLedger: {
    path: null;
    query: {
      state?: TaskState[];
      document?: string;
      mine?: boolean;
      unsigned?: boolean;
      overdue?: boolean;
      due_within?: number;
      division?: string;
      q?: string;
      split?: boolean;
      mark?: TaskMark;
    };
    body: null;
    answer: Blob;
  };
  exportBook: {
    path: null;
    query: {
      state?: TaskState[];
      document?: string;
      mine?: boolean;
      unsigned?: boolean;
      overdue?: boolean;
      due_within?: number;
      division?: string;
      q?: string;
      split?: boolean;
      mark?: TaskMark;
    };
    body: null;
    answer: Blob;
  };
  exportBookDocument: {
    path: null;
    query: {
      state?: TaskState[];
      document?: string;
      mine?: boolean;
      unsigned?: boolean;
      overdue?: boolean;
      due_within?: number;
      division?: string;
      q?: string;
      split?: boolean;
      mark?: TaskMark;
    };
    body: null;
    answer: Blob;
  };
  importBook: {
    path: null;
    query: { apply?: boolean };
    body: Blob;
    answer: BookOutcome;
  };
  listSources: {
    path: null;
    query: { after?: string; limit?: number };
    body: null;
    answer: SourcePage;
  };
  getSource: {
    path: { kind: "meeting" | "document" | "instruction"; id: string };
    query: null;
    body: null;
    answer: Source;
  };
  recordMeeting: {
    path: null;
    query: null;
    body: RecordMeeting;
    answer: Source;
  };
  takeAttendance: {
    path: { id: string };
    query: null;
    body: TakeAttendance;
    answer: Source;
  };
  enterInstruction: {
    path: null;
    query: null;
    body: EnterInstruction;
    answer: Source;
  };
  getTaskSources: {
    path: { id: string };
    query: null;
    body: null;
    answer: TaskSources;
  };
  citeSource: {
    path: { id: string };
    query: null;
    body: CiteSource;
    answer: TaskSources;
  };
  withdrawSource: {
    path: { id: string };
    query: null;
    body: CiteSource;
    answer: TaskSources;
  };
  listConveyances: {
    path: null;
    query: {
      state?: ConveyanceState[];
      figure?: ConveyanceFigure;
      year?: number;
      after?: string;
      limit?: number;
    };
    body: null;
    answer: ConveyancePage;
  };
  receiveConveyance: {
    path: null;
    query: null;
    body: ReceiveConveyance;
    answer: ConveyanceCase;
  };
  countConveyances: {
    path: null;
    query: { year?: number };
    body: null;
    answer: ConveyanceYear;
  };
  getConveyance: {
    path: { id: string };
    query: null;
    body: null;
    answer: ConveyanceCase;
  };
  poolConveyance: {
    path: { id: string };
    query: null;
    body: PoolConveyance;
    answer: ConveyanceCase;
  };
  decideMeasures: {
    path: { id: string };
    query: null;
    body: DecideMeasures;
    answer: ConveyanceCase;
  };
  answerMeasure: {
    path: { id: string };
    query: null;
    body: AnswerMeasure;
    answer: ConveyanceCase;
  };
  exemptMeasure: {
    path: { id: string };
    query: null;
    body: ExemptMeasure;
    answer: ConveyanceCase;
  };
  lookBackConveyance: {
    path: { id: string };
    query: null;
    body: Answer;
    answer: ConveyanceCase;
  };
  archiveConveyance: {
    path: { id: string };
    query: null;
    body: ArchiveConveyance;
    answer: ConveyanceCase;
  };
  withdrawConveyance: {
    path: { id: string };
    query: null;
    body: Note;
    answer: ConveyanceCase;
  };
  getMorning: {
    path: null;
    query: null;
    body: null;
    answer: Morning;
  };
  listLate: {
    path: null;
    query: { division?: string };
    body: null;
    answer: Lateness;
  };
  getBriefing: {
    path: null;
    query: { division?: string };
    body: null;
    answer: Briefing;
  };
  exportBriefing: {
    path: null;
    query: { division?: string };
    body: null;
    answer: Blob;
  };
  meterLoad: {
    path: null;
    query: { division?: string; month?: string };
    body: null;
    answer: Load;
  };
  getLoad: {
    path: { code: string };
    query: { month?: string };
    body: null;
    answer: LoadRows;
  };
  listIndicators: {
    path: null;
    query: { division?: string };
    body: null;
    answer: IndicatorList;
  };
  bindTask: {
    path: { id: string };
    query: null;
    body: BindTask;
    answer: Task;
  };
  listStageSchemes: {
    path: null;
    query: null;
    body: null;
    answer: StageSchemes;
  };
  listTables: {
    path: null;
    query: null;
    body: null;
    answer: Tables;
  };
  listTableRows: {
    path: { table: string };
    query: { own_unit?: boolean; q?: string; after?: string; limit?: number };
    body: null;
    answer: TableRowPage;
  };
  addTableRow: {
    path: { table: string };
    query: null;
    body: TypedCells;
    answer: OpenedTableRow;
  };
  getTableRow: {
    path: { table: string; row: string };
    query: null;
    body: null;
    answer: OpenedTableRow;
  };
  amendTableRow: {
    path: { table: string; row: string };
    query: null;
    body: TypedCells;
    answer: OpenedTableRow;
  };
  withdrawTableRow: {
    path: { table: string; row: string };
    query: null;
    body: WithdrawRow;
    answer: OpenedTableRow;
  };
  exportTable: {
    path: { table: string };
    query: { own_unit?: boolean; q?: string };
    body: null;
    answer: Blob;
  };
  exportTableDocument: {
    path: { table: string };
    query: { own_unit?: boolean; q?: string };
    body: null;
    answer: Blob;
  };
  importTable: {
    path: { table: string };
    query: { apply?: boolean };
    body: Blob;
    answer: TableOutcome;
  };
  followChanges: {
    path: null;
    query: null;
    body: null;
    answer: Blob;
  };
  verifyLog: {
    path: null;
    query: null;
    body: null;
    answer: LogVerification;
  };
}

export const routes = {
  getSession: { method: "GET", path: "/session" },
  signIn: { method: "POST", path: "/session" },
  signOut: { method: "DELETE", path: "/session" },
  changePassword: { method: "POST", path: "/session/password" },
  offerSecondFactor: { method: "POST", path: "/session/second-factor" },
  confirmSecondFactor: { method: "POST", path: "/session/second-factor/confirmation" },
  listSessions: { method: "GET", path: "/sessions" },
  endSessions: { method: "POST", path: "/sessions/ends" },
  getDemo: { method: "GET", path: "/demo" },
  takeDemoRole: { method: "POST", path: "/demo/session" },
  getWorkbench: { method: "GET", path: "/workbench" },
  listDivisions: { method: "GET", path: "/divisions" },
  getDivision: { method: "GET", path: "/divisions/{code}" },
  compareDivisions: { method: "GET", path: "/divisions/{code}/comparison" },
  listDivisionChanges: { method: "GET", path: "/division-changes" },
  changeDivisions: { method: "POST", path: "/division-changes" },
  getDivisionChange: { method: "GET", path: "/division-changes/{id}" },
  withdrawDivisionChange: { method: "POST", path: "/division-changes/{id}/withdrawals" },
  correctDivisions: { method: "POST", path: "/division-changes/{id}/corrections" },
  listUnits: { method: "GET", path: "/units" },
  foundUnit: { method: "POST", path: "/units" },
  closeUnit: { method: "POST", path: "/units/{id}/closure" },
  placeUnit: { method: "POST", path: "/units/{id}/placement" },
  relateUnits: { method: "POST", path: "/units/{id}/relations" },
  listPosts: { method: "GET", path: "/posts" },
  createPost: { method: "POST", path: "/posts" },
  closePost: { method: "POST", path: "/posts/{id}/closure" },
  appointHolder: { method: "POST", path: "/posts/{id}/appointments" },
  endAppointment: { method: "POST", path: "/posts/{id}/appointments/{from}/end" },
  exportStaff: { method: "GET", path: "/staff.xlsx" },
  importStaff: { method: "POST", path: "/staff.xlsx" },
  listPeople: { method: "GET", path: "/people" },
  registerPerson: { method: "POST", path: "/people" },
  searchPeople: { method: "POST", path: "/people/search" },
  revealField: { method: "POST", path: "/people/{id}/revelations" },
  listAccounts: { method: "GET", path: "/accounts" },
  openAccount: { method: "POST", path: "/accounts" },
  lockAccount: { method: "POST", path: "/accounts/{login}/lock" },
  unlockAccount: { method: "POST", path: "/accounts/{login}/unlock" },
  givePassword: { method: "POST", path: "/accounts/{login}/password" },
  endAccountSessions: { method: "POST", path: "/accounts/{login}/session-ends" },
  giveRoles: { method: "POST", path: "/accounts/{login}/roles" },
  removeSecondFactor: { method: "POST", path: "/accounts/{login}/second-factor-removal" },
  listAudit: { method: "GET", path: "/audit" },
  breakGlass: { method: "POST", path: "/glass" },
  listDocuments: { method: "GET", path: "/documents" },
  receiveDocument: { method: "POST", path: "/documents" },
  getDocument: { method: "GET", path: "/documents/{id}" },
  listCandidates: { method: "GET", path: "/documents/{id}/candidates" },
  getOriginal: { method: "GET", path: "/documents/{id}/original" },
  decideCandidates: { method: "POST", path: "/documents/{id}/decisions" },
  recutCandidates: { method: "POST", path: "/documents/{id}/recuts" },
  listTasks: { method: "GET", path: "/tasks" },
  getTask: { method: "GET", path: "/tasks/{id}" },
  assignTask: { method: "POST", path: "/tasks/{id}/assignments" },
  reportTask: { method: "POST", path: "/tasks/{id}/reports" },
  verifyTask: { method: "POST", path: "/tasks/{id}/verifications" },
  returnTask: { method: "POST", path: "/tasks/{id}/returns" },
  strikeOffTask: { method: "POST", path: "/tasks/{id}/strike-offs" },
  getTaskTree: { method: "GET", path: "/tasks/{id}/tree" },
  splitTask: { method: "POST", path: "/tasks/{id}/spreads" },
  signForTask: { method: "POST", path: "/tasks/{id}/receipts" },
  progressTask: { method: "POST", path: "/tasks/{id}/progress" },
  urgeTask: { method: "POST", path: "/tasks/{id}/urgings" },
  askExtension: { method: "POST", path: "/tasks/{id}/extensions" },
  answerExtension: { method: "POST", path: "/tasks/{id}/extension-answers" },
  askSuspension: { method: "POST", path: "/tasks/{id}/suspension-requests" },
  suspendTask: { method: "POST", path: "/tasks/{id}/suspensions" },
  refuseSuspension: { method: "POST", path: "/tasks/{id}/suspension-refusals" },
  resumeTask: { method: "POST", path: "/tasks/{id}/resumptions" },
  objectToTask: { method: "POST", path: "/tasks/{id}/objections" },
  ruleObjection: { method: "POST", path: "/tasks/{id}/rulings" },
  mergeTask: { method: "POST", path: "/tasks/{id}/merges" },
  lookBackTask: { method: "POST", path: "/tasks/{id}/look-backs" },
  endTask: { method: "POST", path: "/tasks/{id}/ends" },
  listFieldWork: { method: "GET", path: "/field-work" },
  openFieldWork: { method: "POST", path: "/field-work" },
  getFieldWork: { method: "GET", path: "/field-work/{id}" },
  getGroupRecords: { method: "GET", path: "/field-work/{id}/groups/{number}" },
  formGroup: { method: "POST", path: "/field-work/{id}/groups" },
  logActivity: { method: "POST", path: "/field-work/{id}/activities" },
  takeRemarks: { method: "POST", path: "/field-work/{id}/remarks" },
  listRemarks: { method: "GET", path: "/remarks" },
  listProblemLists: { method: "GET", path: "/problem-lists" },
  openProblemList: { method: "POST", path: "/problem-lists" },
  freezeProblemList: { method: "POST", path: "/problem-lists/{id}/freezes" },
  thawProblemList: { method: "POST", path: "/problem-lists/{id}/thaws" },
  closeProblemList: { method: "POST", path: "/problem-lists/{id}/closings" },
  listProblems: { method: "GET", path: "/problems" },
  raiseProblem: { method: "POST", path: "/problems" },
  getProblem: { method: "GET", path: "/problems/{id}" },
  joinRemarks: { method: "POST", path: "/problems/{id}/remarks" },
  putOnList: { method: "POST", path: "/problems/{id}/listings" },
  planProblem: { method: "POST", path: "/problems/{id}/plans" },
  reportProblem: { method: "POST", path: "/problems/{id}/reports" },
  acceptProblem: { method: "POST", path: "/problems/{id}/acceptances" },
  returnProblem: { method: "POST", path: "/problems/{id}/returns" },
  strikeOffProblem: { method: "POST", path: "/problems/{id}/strike-offs" },
  judgeProblem: { method: "POST", path: "/problems/{id}/judgements" },
  takeBackJudgement: { method: "POST", path: "/problems/{id}/judgement-withdrawals" },
  reviewProblem: { method: "POST", path: "/problems/{id}/reviews" },
  askProblemExtension: { method: "POST", path: "/problems/{id}/extensions" },
  answerProblemExtension: { method: "POST", path: "/problems/{id}/extension-answers" },
  endProblem: { method: "POST", path: "/problems/{id}/ends" },
  suspendProblem: { method: "POST", path: "/problems/{id}/suspensions" },
  resumeProblem: { method: "POST", path: "/problems/{id}/resumptions" },
  tellBack: { method: "POST", path: "/problems/{id}/told-back" },
  lookBackProblem: { method: "POST", path: "/problems/{id}/look-backs" },
  listFigures: { method: "GET", path: "/figures" },
  getFigure: { method: "GET", path: "/figures/{id}/{name}" },
  keepEvidence: { method: "POST", path: "/evidence" },
  getEvidence: { method: "GET", path: "/tasks/{id}/evidence/{digest}" },
  exportLedger: { method: "GET", path: "/ledger.xlsx" },
  exportBook: { method: "GET", path: "/task-book.xlsx" },
  exportBookDocument: { method: "GET", path: "/task-book.docx" },
  importBook: { method: "POST", path: "/task-book/imports" },
  listSources: { method: "GET", path: "/sources" },
  getSource: { method: "GET", path: "/sources/{kind}/{id}" },
  recordMeeting: { method: "POST", path: "/meetings" },
  takeAttendance: { method: "POST", path: "/meetings/{id}/attendance" },
  enterInstruction: { method: "POST", path: "/instructions" },
  getTaskSources: { method: "GET", path: "/tasks/{id}/sources" },
  citeSource: { method: "POST", path: "/tasks/{id}/sources" },
  withdrawSource: { method: "POST", path: "/tasks/{id}/source-withdrawals" },
  listConveyances: { method: "GET", path: "/conveyances" },
  receiveConveyance: { method: "POST", path: "/conveyances" },
  countConveyances: { method: "GET", path: "/conveyance-figures" },
  getConveyance: { method: "GET", path: "/conveyances/{id}" },
  poolConveyance: { method: "POST", path: "/conveyances/{id}/poolings" },
  decideMeasures: { method: "POST", path: "/conveyances/{id}/measures" },
  answerMeasure: { method: "POST", path: "/conveyances/{id}/tasks" },
  exemptMeasure: { method: "POST", path: "/conveyances/{id}/exemptions" },
  lookBackConveyance: { method: "POST", path: "/conveyances/{id}/look-backs" },
  archiveConveyance: { method: "POST", path: "/conveyances/{id}/archivings" },
  withdrawConveyance: { method: "POST", path: "/conveyances/{id}/withdrawals" },
  getMorning: { method: "GET", path: "/morning" },
  listLate: { method: "GET", path: "/late" },
  getBriefing: { method: "GET", path: "/briefing" },
  exportBriefing: { method: "GET", path: "/briefing.docx" },
  meterLoad: { method: "GET", path: "/load" },
  getLoad: { method: "GET", path: "/load/{code}" },
  listIndicators: { method: "GET", path: "/indicators" },
  bindTask: { method: "POST", path: "/tasks/{id}/indicators" },
  listStageSchemes: { method: "GET", path: "/stage-schemes" },
  listTables: { method: "GET", path: "/tables" },
  listTableRows: { method: "GET", path: "/tables/{table}/rows" },
  addTableRow: { method: "POST", path: "/tables/{table}/rows" },
  getTableRow: { method: "GET", path: "/tables/{table}/rows/{row}" },
  amendTableRow: { method: "POST", path: "/tables/{table}/rows/{row}/amendments" },
  withdrawTableRow: { method: "POST", path: "/tables/{table}/rows/{row}/withdrawals" },
  exportTable: { method: "GET", path: "/tables/{table}/workbook" },
  exportTableDocument: { method: "GET", path: "/tables/{table}/document" },
  importTable: { method: "POST", path: "/tables/{table}/imports" },
  followChanges: { method: "GET", path: "/changes" },
  verifyLog: { method: "GET", path: "/log/verification" },
} as const satisfies Record<keyof Operations, { method: string; path: string }>;
