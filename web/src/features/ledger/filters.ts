// The ledger's filters as they stand in the address, so that a view can be sent to somebody.
import type { LedgerFilter } from "@/api/queries";
import { state_names, type StateName } from "@/parts/state-tag";

const is_state = (name: string): name is StateName =>
  (state_names as readonly string[]).includes(name);

export function filter_of(search: URLSearchParams): LedgerFilter {
  const division = search.get("division");
  return {
    ...(division ? { division } : {}),
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
  if (filter.q) search.set("q", filter.q);
  if (filter.division) search.set("division", filter.division);
  return search;
}

export const is_filtered = (filter: LedgerFilter): boolean => search_of(filter).toString() !== "";
