// Letting a task go on in another of the same office: which, why, who leads, and whose figure.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Checkbox, Select } from "antd";
import { useDeferredValue, useId, useState, type SyntheticEvent } from "react";
import { tasks_query } from "@/api/queries";
import type { Merge, Owner, TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { to_first_wrong } from "@/parts/first-wrong";
import { Field } from "./field";
import { WordsField } from "./later-forms";
import type { FormProps } from "./next-step";
import { Send } from "./send";

interface TargetProps {
  id: string;
  own: TaskRow;
  chosen: TaskRow | null;
  wrong: string | undefined;
  on_change: (row: TaskRow) => void;
}

/** Open tasks that the same office issued; words are looked for by the server. */
function Target({ id, own, chosen, wrong, on_change }: TargetProps) {
  const words = useWords().merging;
  const [typed, set_typed] = useState("");
  const q = useDeferredValue(typed);
  const query = useInfiniteQuery(tasks_query({
    state: ["confirmed", "assigned"], document: "", mine: false, overdue: false, q,
  }));
  if (query.error) return <Failed error={query.error} on_retry={() => void query.refetch()} />;
  const rows = (query.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((row) => row.id !== own.id && row.issuer === own.issuer);
  const label = (row: TaskRow) =>
    `${row.text} · ${row.source_title} · ${row.owner?.unit_name ?? words.nobody}`;
  return (
    <Field id={id} label={words.into} wrong={wrong}>
      <Select
        id={id}
        value={chosen ? { value: chosen.id, label: label(chosen) } : null}
        labelInValue
        loading={query.isPending}
        placeholder={words.into_hint}
        status={wrong ? "error" : ""}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-wrong`}
        notFoundContent={query.isPending ? null : words.into_none}
        showSearch={{ filterOption: false, onSearch: set_typed }}
        options={rows.map((row) => ({ value: row.id, label: label(row) }))}
        onChange={({ value }) => {
          const row = rows.find((one) => one.id === value);
          if (row) on_change(row);
        }}
      />
    </Field>
  );
}

interface LeadProps {
  id: string;
  holders: readonly Owner[];
  value: string;
  wrong: string | undefined;
  on_change: (post: string) => void;
}

function Lead({ id, holders, value, wrong, on_change }: LeadProps) {
  const words = useWords().merging;
  return (
    <Field id={id} label={words.lead} wrong={wrong}>
      <Select<string>
        id={id}
        value={value || null}
        status={wrong ? "error" : ""}
        aria-invalid={wrong !== undefined}
        options={holders.map((one) => ({
          value: one.post, label: `${one.unit_name} ${one.post_title}`,
        }))}
        onChange={on_change}
      />
    </Field>
  );
}

const holders_of = (...rows: readonly (TaskRow | null)[]): Owner[] =>
  rows.flatMap((row) => (row?.owner && row.owner.post !== "" ? [row.owner] : []));

/** Somebody has to be named: the task is held, and not by the unit that holds the other. */
function needs_lead(own: TaskRow, into: TaskRow | null): boolean {
  if (!into || holders_of(own).length === 0) return false;
  const [mine, other] = [own.owner, into.owner];
  return mine?.unit_name !== other?.unit_name || mine?.division !== other?.division;
}

interface Typed {
  into: TaskRow | null;
  reason: string;
  lead: string;
  add: boolean;
}

export function MergeForm({ task, stepping, draft_key }: FormProps) {
  const words = useWords().merging;
  const id = useId();
  const draft = useDraft<Typed>(draft_key, { into: null, reason: "", lead: "", add: false });
  const [tried, set_tried] = useState(false);
  const { into, lead, add } = draft.value;
  const reason = draft.value.reason.trim();
  const asks_lead = needs_lead(task.row, into);
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (!into || reason === "" || (asks_lead && lead === "")) {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body: Merge = {
      into: into.id, reason, ...(asks_lead ? { lead } : {}), ...(add ? { add_target: true } : {}),
    };
    stepping.mutate({ step: "merge", body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Target
        id={`${id}-into`}
        own={task.row}
        chosen={into}
        wrong={tried && !into ? words.into_missing : undefined}
        on_change={(row) => draft.change({ into: row, lead: "" })}
      />
      {asks_lead ? (
        <Lead
          id={`${id}-lead`}
          holders={holders_of(task.row, into)}
          value={lead}
          wrong={tried && lead === "" ? words.lead_missing : undefined}
          on_change={(post) => draft.change({ lead: post })}
        />
      ) : null}
      <WordsField
        id={`${id}-reason`}
        label={words.reason}
        text={draft.value.reason}
        wrong={tried && reason === "" ? words.reason_missing : undefined}
        on_change={(text) => draft.change({ reason: text })}
      />
      {task.target ? (
        <Checkbox checked={add} onChange={(event) => draft.change({ add: event.target.checked })}>
          {words.add(`${task.target.amount}${task.target.unit}`)}
        </Checkbox>
      ) : null}
      <Send stepping={stepping} name={words.step.merge} danger />
    </form>
  );
}
