// What of the ledger is shown.
import { Button, Checkbox, Input, Tag } from "antd";
import { useState } from "react";
import type { LedgerFilter } from "@/api/queries";
import type { TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { state_names, type StateName } from "@/parts/state-tag";
import { is_filtered } from "./filters";

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

export function FilterBar({ filter, rows, on_change }: FilterBarProps) {
  const { ledger } = useWords();
  const [typed, set_typed] = useState({ of: filter.q, text: filter.q });
  // The address changed by other means (back, a link): follow it.
  if (typed.of !== filter.q) set_typed({ of: filter.q, text: filter.q });
  const source = rows.find((row) => row.document === filter.document)?.source_title;
  return (
    <div className="filter-bar" role="search" aria-label={ledger.filter}>
      <States filter={filter} on_change={on_change} />
      <Checkbox
        checked={filter.overdue}
        onChange={(event) => on_change({ overdue: event.target.checked })}
      >
        {ledger.overdue}
      </Checkbox>
      <Checkbox
        checked={filter.mine}
        onChange={(event) => on_change({ mine: event.target.checked })}
      >
        {ledger.mine}
      </Checkbox>
      {filter.document ? (
        <Tag closable onClose={() => on_change({ document: "" })} className="filter-document">
          {ledger.from_document}
          {source ?? ledger.one_document}
        </Tag>
      ) : null}
      {is_filtered(filter) ? (
        <Button
          type="link"
          size="small"
          onClick={() =>
            on_change({ state: [], document: "", mine: false, overdue: false, q: "", division: "" })
          }
        >
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
