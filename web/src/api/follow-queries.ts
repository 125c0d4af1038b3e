// What sources, reminders, the load meter and indicators read.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "./call";
import type { ConveyanceFigure, ConveyanceState, SourceEntry } from "./shapes";

export type SourceKind = SourceEntry["kind"];

export const sources_query = () =>
  infiniteQueryOptions({
    queryKey: ["live", "sources"],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listSources", { signal, query: { after: pageParam, limit: 50 } })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const source_query = (kind: SourceKind, id: string) =>
  queryOptions({
    queryKey: ["live", "source", kind, id],
    queryFn: async ({ signal }) => (await call("getSource", { signal, path: { kind, id } })).data,
  });

export const task_sources_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "task-sources", id],
    queryFn: async ({ signal }) => (await call("getTaskSources", { signal, path: { id } })).data,
  });

export const morning_query = () =>
  queryOptions({
    queryKey: ["live", "morning"],
    queryFn: async ({ signal }) => (await call("getMorning", { signal })).data,
  });

const of = (division: string) => (division ? { division } : {});

export const late_query = (division: string) =>
  queryOptions({
    queryKey: ["live", "late", division],
    queryFn: async ({ signal }) => (await call("listLate", { signal, query: of(division) })).data,
  });

export const briefing_query = (division: string) =>
  queryOptions({
    queryKey: ["live", "briefing", division],
    queryFn: async ({ signal }) =>
      (await call("getBriefing", { signal, query: of(division) })).data,
  });

export const load_query = (division: string, month: string) =>
  queryOptions({
    queryKey: ["live", "load", division, month],
    queryFn: async ({ signal }) =>
      (await call("meterLoad", {
        signal, query: { ...of(division), ...(month ? { month } : {}) },
      })).data,
  });

export const load_rows_query = (code: string, month: string) =>
  queryOptions({
    queryKey: ["live", "load-rows", code, month],
    queryFn: async ({ signal }) =>
      (await call("getLoad", { signal, path: { code }, query: month ? { month } : {} })).data,
  });

export const indicators_query = (division: string) =>
  queryOptions({
    queryKey: ["live", "indicators", division],
    queryFn: async ({ signal }) =>
      (await call("listIndicators", { signal, query: of(division) })).data,
  });

export interface ConveyanceFilter {
  state?: ConveyanceState[];
  figure?: ConveyanceFigure;
  year?: number;
}

export const conveyances_query = (filter: ConveyanceFilter) =>
  infiniteQueryOptions({
    queryKey: ["live", "conveyances", filter],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listConveyances", {
        signal, query: { ...filter, after: pageParam, limit: 50 },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

/** What waits in the agenda pool, in the order of an agenda. */
export const pool_query = () =>
  queryOptions({
    queryKey: ["live", "agenda-pool"],
    queryFn: async ({ signal }) =>
      (await call("listConveyances", { signal, query: { state: ["pooled"], limit: 100 } })).data,
  });

export const conveyance_query = (id: string) =>
  queryOptions({
    queryKey: ["live", "conveyance", id],
    queryFn: ({ signal }) => call("getConveyance", { signal, path: { id } }),
  });

export const conveyance_year_query = (year?: number) =>
  queryOptions({
    queryKey: ["live", "conveyance-year", year ?? 0],
    queryFn: async ({ signal }) =>
      (await call("countConveyances", { signal, query: year ? { year } : {} })).data,
  });
