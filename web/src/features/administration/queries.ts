// What Administration reads.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "@/api/call";

/** "live": fetched again when somebody commits something. */
const under = (...key: unknown[]) => ["live", "administration", ...key];

/** The tree of a day, as far as was known at an instant; empty: today, and all. */
export interface View {
  at: string;
  known: string;
}
export const now: View = { at: "", known: "" };

const asked_of = ({ at, known }: View) => ({ ...(at ? { at } : {}), ...(known ? { known } : {}) });

/** The page of a division in that view. */
export const address_of = (division: string, view: View): string =>
  `?${new URLSearchParams({ division, ...asked_of(view) }).toString()}`;

export const children_query = (parent: string, view: View) =>
  infiniteQueryOptions({
    queryKey: under("children", parent, view),
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listDivisions", {
        signal, query: { parent, after: pageParam, limit: 100, ...asked_of(view) },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const division_query = (code: string, view: View) =>
  queryOptions({
    queryKey: under("division", code, view),
    queryFn: async ({ signal }) =>
      (await call("getDivision", { signal, path: { code }, query: asked_of(view) })).data,
  });

export const search_query = (q: string, view: View) =>
  queryOptions({
    queryKey: under("search", q, view),
    enabled: q !== "",
    queryFn: async ({ signal }) =>
      (await call("listDivisions", { signal, query: { q, limit: 20, ...asked_of(view) } })).data
        .items,
  });

export const changes_query = (inside: string) =>
  infiniteQueryOptions({
    queryKey: under("changes", inside),
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listDivisionChanges", {
        signal, query: { inside, after: pageParam, limit: 20 },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const change_query = (id: string) =>
  queryOptions({
    queryKey: under("change", id),
    queryFn: async ({ signal }) =>
      (await call("getDivisionChange", { signal, path: { id } })).data,
  });

export const comparison_query = (code: string, from: string, to: string) =>
  queryOptions({
    queryKey: under("comparison", code, from, to),
    queryFn: async ({ signal }) =>
      (await call("compareDivisions", { signal, path: { code }, query: { from, to } })).data,
  });

export const units_query = (division: string, q: string) =>
  infiniteQueryOptions({
    queryKey: under("units", division, q),
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listUnits", {
        signal, query: { division, after: pageParam, limit: 50, ...(q ? { q } : {}) },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const found_units_query = (division: string, q: string) =>
  queryOptions({
    queryKey: under("found-units", division, q),
    queryFn: async ({ signal }) =>
      (await call("listUnits", {
        signal, query: { limit: 20, ...(q ? { q } : {}), ...(division ? { division } : {}) },
      })).data.items,
  });

export const people_query = () =>
  infiniteQueryOptions({
    queryKey: under("people"),
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listPeople", { signal, query: { after: pageParam, limit: 50 } })).data,
    getNextPageParam: (page) => page.next || undefined,
  });

export const accounts_query = () =>
  queryOptions({
    queryKey: under("accounts"),
    queryFn: async ({ signal }) => (await call("listAccounts", { signal })).data.items,
  });

export const sessions_query = () =>
  queryOptions({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await call("listSessions", { signal })).data.items,
  });

export const audit_query = (login: string, kind: string) =>
  infiniteQueryOptions({
    queryKey: under("audit", login, kind),
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) =>
      (await call("listAudit", {
        signal, query: { login, kind, after: pageParam, limit: 50 },
      })).data,
    getNextPageParam: (page) => page.next || undefined,
  });
