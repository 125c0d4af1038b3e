// Generated from contract/openapi.yaml by `npm run contract`; do not edit.

import type {
  SignIn,
  TakeRole,
  Session,
  Demo,
  Workbench,
  DivisionPage,
  DivisionPath,
  PostList,
  DocumentSummary,
  DocumentPage,
  Document,
  Decisions,
  Recut,
  BookOutcome,
  TaskState,
  TaskPage,
  Task,
  TaskTree,
  Split,
  Extension,
  Answer,
  StrikeOff,
  Assign,
  Report,
  Note,
  Evidence,
  LogVerification,
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
    query: { parent?: string; q?: string; after?: string; limit?: number };
    body: null;
    answer: DivisionPage;
  };
  getDivision: {
    path: { code: string };
    query: null;
    body: null;
    answer: DivisionPath;
  };
  listPosts: {
    path: null;
    query: null;
    body: null;
    answer: PostList;
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
    query: null;
    body: null;
    answer: Document;
  };
  getOriginal: {
    path: { id: string };
    query: null;
    body: null;
    answer: Blob;
  };
  decideCandidates: {
    path: { id: string };
    query: null;
    body: Decisions;
    answer: Document;
  };
  recutCandidates: {
    path: { id: string };
    query: null;
    body: Recut;
    answer: Document;
  };
  listTasks: {
    path: null;
    query: {
      state?: TaskState[];
      document?: string;
      mine?: boolean;
      overdue?: boolean;
      split?: boolean;
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
      overdue?: boolean;
      q?: string;
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
      overdue?: boolean;
      q?: string;
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
      overdue?: boolean;
      q?: string;
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
  getDemo: { method: "GET", path: "/demo" },
  takeDemoRole: { method: "POST", path: "/demo/session" },
  getWorkbench: { method: "GET", path: "/workbench" },
  listDivisions: { method: "GET", path: "/divisions" },
  getDivision: { method: "GET", path: "/divisions/{code}" },
  listPosts: { method: "GET", path: "/posts" },
  listDocuments: { method: "GET", path: "/documents" },
  receiveDocument: { method: "POST", path: "/documents" },
  getDocument: { method: "GET", path: "/documents/{id}" },
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
  lookBackTask: { method: "POST", path: "/tasks/{id}/look-backs" },
  endTask: { method: "POST", path: "/tasks/{id}/ends" },
  keepEvidence: { method: "POST", path: "/evidence" },
  getEvidence: { method: "GET", path: "/tasks/{id}/evidence/{digest}" },
  exportLedger: { method: "GET", path: "/ledger.xlsx" },
  exportBook: { method: "GET", path: "/task-book.xlsx" },
  exportBookDocument: { method: "GET", path: "/task-book.docx" },
  importBook: { method: "POST", path: "/task-book/imports" },
  followChanges: { method: "GET", path: "/changes" },
  verifyLog: { method: "GET", path: "/log/verification" },
} as const satisfies Record<keyof Operations, { method: string; path: string }>;
