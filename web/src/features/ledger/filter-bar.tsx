// What of the ledger is shown.
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Tag } from "antd";
import { useState } from "react";
import { division_name_query, type LedgerFilter } from "@/api/queries";
import type { TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { state_names, type StateName } from "@/parts/state-tag";
import { days_ahead, is_filtered, nothing_asked } from "./filters";

interface FilterBarProps {
  filter: LedgerFilter;
  /** Rows on the screen: they know the title of the document that is asked for. */
  rows: readonly TaskRow[];
  on_change: (part: Partial<LedgerFilter>) => void;
}

function States({ filter, on_change }: Pick<FilterBarProps, "filter" | "on_change">) {
  const { states, ledger } = useWords();
  const toggle = (name: StateName) =>
    on_change({
      state: filter.state.includes(name)
        ? filter.state.filter((one) => one !== name)
        : [...filter.state, name],
    });
  const chip = (name: string, on: boolean, press: () => void) => (
    <button key={name} type="button" className="chip" aria-pressed={on} onClick={press}>
      {name}
    </button>
  );
  return (
    <div className="chips" role="group" aria-label={ledger.state}>
      {chip(ledger.all, filter.state.length === 0, () => on_change({ state: [] }))}
      {state_names.map((name) =>
        chip(states[name], filter.state.includes(name), () => toggle(name)),
      )}
    </div>
  );
}

/** What a link from elsewhere asked for; each can be taken off. */
function Asked({ filter, rows, on_change }: FilterBarProps) {
  const { ledger, filters } = useWords();
  const name = useQuery(division_name_query(filter.division ?? "")).data;
  const source = rows.find((row) => row.document === filter.document)?.source_title;
  const tag = (text: string, part: Partial<LedgerFilter>) => (
    <Tag closable onClose={() => on_change(part)} className="filter-asked" key={text}>
      {text}
    </Tag>
  );
  return (
    <>
      {filter.document
        ? tag(ledger.from_document + (source ?? ledger.one_document), { document: "" })
        : null}
      {filter.division
        ? tag(filters.division(name ?? filter.division), { division: "" })
        : null}
      {filter.mark ? tag(filters.mark[filter.mark], { mark: "" }) : null}
    </>
  );
}

function Onlys({ filter, on_change }: Pick<FilterBarProps, "filter" | "on_change">) {
  const { clerk, ledger, filters } = useWords();
  return (
    <>
      <Checkbox
        checked={filter.overdue}
        onChange={(event) => on_change({ overdue: event.target.checked })}
      >
        {ledger.overdue}
      </Checkbox>
      <Checkbox
        checked={Boolean(filter.due_within)}
        onChange={(event) => on_change({ due_within: event.target.checked ? days_ahead : "" })}
      >
        {clerk.due_within(filter.due_within || days_ahead)}
      </Checkbox>
      <Checkbox
        checked={filter.mine}
        onChange={(event) => on_change({ mine: event.target.checked })}
      >
        {ledger.mine}
      </Checkbox>
      <Checkbox
        checked={filter.unsigned ?? false}
        onChange={(event) => on_change({ unsigned: event.target.checked })}
      >
        {clerk.unsigned}
      </Checkbox>
      <Checkbox
        checked={filter.split ?? false}
        onChange={(event) => on_change({ split: event.target.checked })}
      >
        {filters.split}
      </Checkbox>
    </>
  );
}

export function FilterBar({ filter, rows, on_change }: FilterBarProps) {
  const { ledger } = useWords();
  const [typed, set_typed] = useState({ of: filter.q, text: filter.q });
  // The address changed by other means (back, a link): follow it.
  if (typed.of !== filter.q) set_typed({ of: filter.q, text: filter.q });
  return (
    <div className="filter-bar" role="search" aria-label={ledger.filter}>
      <States filter={filter} on_change={on_change} />
      <Onlys filter={filter} on_change={on_change} />
      <Asked filter={filter} rows={rows} on_change={on_change} />
      {is_filtered(filter) ? (
        <Button type="link" size="small" onClick={() => on_change(nothing_asked)}>
          {ledger.clear}
        </Button>
      ) : null}
      <Input.Search
        className="filter-search"
        allowClear
        value={typed.text}
        placeholder={ledger.search}
        aria-label={ledger.search}
        onChange={(event) => set_typed({ of: filter.q, text: event.target.value })}
        onSearch={(text) => on_change({ q: text.trim() })}
      />
    </div>
  );
}
