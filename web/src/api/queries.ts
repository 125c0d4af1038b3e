// What the pages read, under one set of cache keys.
import {
  hashKey, infiniteQueryOptions, queryOptions, type QueryClient, type QueryKey,
} from "@tanstack/react-query";
import { call } from "./call";
import { status_of } from "./failure";
import type { ProblemState, Session, TaskMark, TaskState } from "./shapes";

export interface LedgerFilter {
  state: TaskState[];
  document: string;
  mine: boolean;
  overdue: boolean;
  q: string;
  /** Only inside this division of the reader's area. */
  division?: string;
  /** Only orders that were taken apart. */
  split?: boolean;
  /** Only tasks that their post has not signed for. */
  unsigned?: boolean;
  /** Only tasks that carry this mark. */
  mark?: TaskMark | "";
  /** Only tasks whose date has passed or comes within so many days. */
  due_within?: number | "";
}

/** What the server is asked for: by the page and by every file that is made of it. */
export function asked_of({ mark, due_within = "", ...filter }: LedgerFilter) {
  return { ...filter, ...(mark ? { mark } : {}), ...(due_within === "" ? {} : { due_within }) };
}

/** Null when nobody is signed in: that is an answer, not a failure. */
async function session_or_null(signal: AbortSignal): Promise<Session | null> {
  try {
    return (await call("getSession", { signal })).data;
  } catch (error) {
    if (status_of(error) === 401) return null;
    throw error;
  }
}

export const session_query = () =>
  queryOptions({ queryKey: ["session"], queryFn: ({ signal }) => session_or_null(signal) });

export const demo_query = () =>
  queryOptions({
    queryKey: ["demo"],
    queryFn: async ({ signal }) => (await call("getDemo", { signal })).data,
    staleTime: Infinity,
  });

export const workbench_query = () =>
  queryOptions({
    queryKey: ["live", "workbench"],
    queryFn: async ({ signal }) => (await call("getWorkbench", { signal })).data,
  });

export const posts_query = () =>
  queryOptions({
    queryKey: ["posts"],
    queryFn: async ({ signal }) => (await call("listPosts", { signal })).data.items,
  });

export const documents_query = () =>
  infiniteQueryOptions({
    queryKey: ["live", "documents"],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listDocuments", { signal, query: { after: pageParam, limit: 50 } })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const tasks_query = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ["live", "tasks", filter],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listTasks", {
        signal, query: { ...asked_of(filter), after: pageParam, limit: 50 },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const division_name_query = (code: string) =>
  queryOptions({
    queryKey: ["division-name", code],
    enabled: code !== "",
    // Not everybody may look divisions up: the code itself is shown then.
    retry: false,
    queryFn: async ({ signal }) =>
      (await call("getDivision", { signal, path: { code } })).data.division.name,
  });

export const task_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "task", id],
    queryFn: ({ signal }) => call("getTask", { signal, path: { id } }),
  });

export const tree_query = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["live", "tree", id],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("getTaskTree", { signal, path: { id }, query: { after: pageParam, limit: 100 } }))
        .data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const lists_query = () =>
  queryOptions({
    queryKey: ["live", "problem-lists"],
    queryFn: async ({ signal }) => (await call("listProblemLists", { signal })).data.items,
  });

export const missions_query = () =>
  queryOptions({
    queryKey: ["live", "field-work"],
    queryFn: async ({ signal }) => (await call("listFieldWork", { signal })).data.items,
  });

export const mission_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "field-work", id],
    queryFn: async ({ signal }) => (await call("getFieldWork", { signal, path: { id } })).data,
  });

export const group_query = (id: string, number: number) =>
  queryOptions({
    queryKey: ["live", "field-work", id, number],
    queryFn: async ({ signal }) =>
      (await call("getGroupRecords", { signal, path: { id, number: String(number) } })).data,
  });

export const figures_query = () =>
  queryOptions({
    queryKey: ["live", "figures"],
    queryFn: async ({ signal }) => (await call("listFigures", { signal })).data.items,
  });

export const figure_query = (id: string, name: string) =>
  infiniteQueryOptions({
    queryKey: ["live", "figure", id, name],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) => {
      const query = { after: pageParam, limit: 100 };
      return (await call("getFigure", { signal, path: { id, name }, query })).data;
    },
    getNextPageParam: (page) => page.next || undefined,
  });

export const remarks_query = () =>
  infiniteQueryOptions({
    queryKey: ["live", "remarks"],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) => {
      const query = { merged: false, after: pageParam, limit: 50 };
      return (await call("listRemarks", { signal, query })).data;
    },
    getNextPageParam: (page) => page.next || undefined,
  });

export interface ProblemFilter {
  list?: string;
  state?: ProblemState[];
  focused?: true;
  late?: true;
  division?: string;
}

export const problems_query = (filter: ProblemFilter) =>
  infiniteQueryOptions({
    queryKey: ["live", "problems", filter],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...filter, after: pageParam, limit: 100 };
      return (await call("listProblems", { signal, query })).data;
    },
    getNextPageParam: (page) => page.next || undefined,
  });

export const problem_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "problem", id],
    queryFn: ({ signal }) => call("getProblem", { signal, path: { id } }),
  });

/** Everything under this key may change when somebody commits something. */
export const live = ["live"] as const;

/** After a change whose answer is `known` already: everything else that may have changed. */
export function refresh_others(client: QueryClient, known: QueryKey): void {
  const hash = hashKey(known);
  void client.invalidateQueries({ queryKey: live, predicate: (one) => one.queryHash !== hash });
}
