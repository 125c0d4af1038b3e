// The ledger's filters as they stand in the address, so that a view can be sent to somebody.
import type { LedgerFilter } from "@/api/queries";
import type { TaskMark } from "@/api/shapes";
import { state_names, type StateName } from "@/parts/state-tag";

export const mark_names = ["returned", "look_back"] as const;

const is_state = (name: string): name is StateName =>
  (state_names as readonly string[]).includes(name);
const is_mark = (name: string | null): name is TaskMark =>
  (mark_names as readonly (string | null)[]).includes(name);

/** Put over a filter, it takes everything off. */
export const nothing_asked: LedgerFilter = {
  state: [], document: "", mine: false, overdue: false, q: "", split: false, mark: "",
  division: "", due_within: "", unsigned: false,
};

/** How far "what comes next" looks. */
export const days_ahead = 7;

export function filter_of(search: URLSearchParams): LedgerFilter {
  const division = search.get("division");
  const mark = search.get("mark");
  const within = search.get("due_within") ?? "";
  return {
    ...(division ? { division } : {}),
    ...(search.get("split") === "1" ? { split: true } : {}),
    ...(search.get("unsigned") === "1" ? { unsigned: true } : {}),
    ...(is_mark(mark) ? { mark } : {}),
    ...(/^[1-9]\d{0,2}$/.test(within) ? { due_within: Number(within) } : {}),
    state: search.getAll("state").filter(is_state),
    document: search.get("document") ?? "",
    mine: search.get("mine") === "1",
    overdue: search.get("overdue") === "1",
    q: search.get("q") ?? "",
  };
}

export function search_of(filter: LedgerFilter): URLSearchParams {
  const search = new URLSearchParams();
  filter.state.forEach((state) => search.append("state", state));
  if (filter.document) search.set("document", filter.document);
  if (filter.mine) search.set("mine", "1");
  if (filter.overdue) search.set("overdue", "1");
  if (filter.due_within) search.set("due_within", String(filter.due_within));
  if (filter.split) search.set("split", "1");
  if (filter.unsigned) search.set("unsigned", "1");
  if (filter.mark) search.set("mark", filter.mark);
  if (filter.q) search.set("q", filter.q);
  if (filter.division) search.set("division", filter.division);
  return search;
}

export const is_filtered = (filter: LedgerFilter): boolean => search_of(filter).toString() !== "";
