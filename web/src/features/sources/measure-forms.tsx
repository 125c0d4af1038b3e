// What becomes of a measure: the task that answers it, or why it needs none.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useId, useState } from "react";
import { tasks_query } from "@/api/queries";
import type { ConveyanceCase } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { Labelled } from "@/parts/labelled";
import type { StepProps } from "./conveyance-forms";
import { StepForm, WordsField } from "./step-form";

interface PickProps {
  value: number | null;
  measures: ConveyanceCase["measures"];
  wrong: boolean;
  on_change: (value: number) => void;
}

function MeasureSelect({ value, measures, wrong, on_change }: PickProps) {
  const { conveyances: words } = useWords();
  const id = useId();
  return (
    <Labelled id={id} label={words.measure}>
      <Select<number>
        id={id}
        value={value}
        status={wrong ? "error" : ""}
        aria-invalid={wrong}
        options={measures.map((each) => ({
          value: each.number, label: `${each.number}. ${each.text} · ${each.unit}`,
        }))}
        onChange={on_change}
      />
      {wrong ? <span className="step-wrong" role="alert">{words.measure_missing}</span> : null}
    </Labelled>
  );
}

interface Chosen {
  value: string;
  label: string;
}

function TaskSelect({ value, wrong, on_change }: {
  value: Chosen | null;
  wrong: boolean;
  on_change: (value: Chosen) => void;
}) {
  const { conveyances: words } = useWords();
  const id = useId();
  const [typed, set_typed] = useState("");
  const q = useDeferredValue(typed);
  const query = useInfiniteQuery(
    tasks_query({ state: [], document: "", mine: false, overdue: false, q }),
  );
  if (query.error) return <Failed error={query.error} on_retry={() => void query.refetch()} />;
  const rows = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Labelled id={id} label={words.task}>
      <Select<Chosen>
        id={id}
        labelInValue
        value={value}
        loading={query.isPending}
        placeholder={words.task_hint}
        status={wrong ? "error" : ""}
        aria-invalid={wrong}
        notFoundContent={query.isPending ? null : words.task_none}
        showSearch={{ filterOption: false, onSearch: set_typed }}
        options={rows.map((row) => ({
          value: row.id, label: `${row.text} · ${row.source_title}`,
        }))}
        onChange={({ value: task, label }) => on_change({ value: task, label })}
      />
      {wrong ? <span className="step-wrong" role="alert">{words.task_missing}</span> : null}
    </Labelled>
  );
}

export function AnswerForm({ one, stepping, draft_key }: StepProps) {
  const { conveyances: words } = useWords();
  const open = one.measures.filter((each) => each.exempt === "");
  const first = open.find((each) => each.tasks.length === 0) ?? open[0];
  const draft = useDraft<{ measure: number | null; task: Chosen | null }>(draft_key, {
    measure: first?.number ?? null, task: null,
  });
  const { measure, task } = draft.value;
  const send = () => {
    if (measure === null || !task) return;
    const body = { measure, task: task.value };
    stepping.mutate({ step: "answer", body }, { onSuccess: draft.clear });
  };
  return (
    <StepForm
      name={words.step.answer}
      busy={stepping.isPending}
      complete={measure !== null && task !== null}
      send={send}
    >
      {(tried) => (
        <>
          <MeasureSelect
            value={measure}
            measures={open}
            wrong={tried && measure === null}
            on_change={(value) => draft.change({ measure: value })}
          />
          <TaskSelect
            value={task}
            wrong={tried && task === null}
            on_change={(value) => draft.change({ task: value })}
          />
        </>
      )}
    </StepForm>
  );
}

export function ExemptForm({ one, stepping, draft_key }: StepProps) {
  const { conveyances: words } = useWords();
  const open = one.measures.filter((each) => each.exempt === "" && each.tasks.length === 0);
  const draft = useDraft<{ measure: number | null; text: string }>(draft_key, {
    measure: open[0]?.number ?? null, text: "",
  });
  const { measure } = draft.value;
  const text = draft.value.text.trim();
  const send = () => {
    if (measure === null) return;
    stepping.mutate({ step: "exempt", body: { measure, text } }, { onSuccess: draft.clear });
  };
  return (
    <StepForm
      name={words.step.exempt}
      busy={stepping.isPending}
      complete={measure !== null && text !== ""}
      send={send}
    >
      {(tried) => (
        <>
          <MeasureSelect
            value={measure}
            measures={open}
            wrong={tried && measure === null}
            on_change={(value) => draft.change({ measure: value })}
          />
          <WordsField
            label={words.exempt_reason}
            value={draft.value.text}
            wrong={tried && text === "" ? words.text_missing : undefined}
            on_change={(value) => draft.change({ text: value })}
          />
        </>
      )}
    </StepForm>
  );
}
