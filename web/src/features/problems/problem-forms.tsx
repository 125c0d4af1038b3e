// Listing, reporting with evidence, and the steps that are a sentence.
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { lists_query } from "@/api/queries";
import type { Evidence, ProblemCase } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Labelled } from "@/parts/labelled";
import { Files } from "./evidence-files";
import type { NoteStep, ProblemStepping } from "./use-problem-step";

export interface StepProps {
  one: ProblemCase;
  stepping: ProblemStepping;
  draft_key: string;
}

export function ListForm({ one, stepping }: StepProps) {
  const { problems } = useWords();
  const id = useId();
  const lists = useQuery(lists_query());
  const [list, set_list] = useState<string | null>(one.row.list);
  const [number, set_number] = useState<number | null>(one.row.number || null);
  const [focused, set_focused] = useState(one.row.focused);
  const [tried, set_tried] = useState(false);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        set_tried(true);
        if (!list || !number) return;
        const body = { list, number, focused: focused ? ("yes" as const) : ("no" as const) };
        stepping.mutate({ step: "list", body });
      }}
    >
      <Labelled id={`${id}-list`} label={problems.list}>
        <Select
          id={`${id}-list`}
          value={list}
          loading={lists.isPending}
          options={(lists.data ?? []).map((each) => ({
            value: each.id, label: `${each.scheme} ${each.name}`.trim(),
          }))}
          onChange={(value: string) => set_list(value)}
        />
      </Labelled>
      <Labelled id={`${id}-number`} label={problems.number}>
        <InputNumber id={`${id}-number`} min={1} value={number} onChange={set_number} />
      </Labelled>
      <Checkbox checked={focused} onChange={(event) => set_focused(event.target.checked)}>
        {problems.focused}
      </Checkbox>
      {tried && (!list || !number) ? (
        <span className="list-missing" role="alert">{problems.list_missing}</span>
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" loading={stepping.isPending}>
          {problems.step.list}
        </Button>
      </div>
    </form>
  );
}

const blank: { text: string; evidence: Evidence[] } = { text: "", evidence: [] };

export function ReportForm({ one, stepping, draft_key, step }: StepProps & {
  step: "stage" | "report";
}) {
  const { problems } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, blank);
  const stage = one.stages.findIndex((each) => each.done_on === null) + 1;
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          text: value.text.trim(), evidence: value.evidence, ...(step === "stage" ? { stage } : {}),
        };
        stepping.mutate({ step, body }, { onSuccess: clear });
      }}
    >
      <Labelled id={`${id}-text`} label={problems.text}>
        <Input.TextArea
          id={`${id}-text`}
          rows={3}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Labelled>
      <Files evidence={value.evidence} keep={(evidence) => change({ evidence })} />
      <div>
        <Button type="primary" htmlType="submit" loading={stepping.isPending}>
          {problems.step[step]}
        </Button>
      </div>
    </form>
  );
}

export function WordsForm({ stepping, draft_key, step }: StepProps & {
  step: NoteStep | "hold" | "rebound";
}) {
  const { problems } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, { text: "" });
  const send = () => {
    const text = value.text.trim();
    const keep = { onSuccess: clear };
    if (step === "hold" || step === "rebound") {
      const answer = step === "hold" ? ("yes" as const) : ("no" as const);
      stepping.mutate({ step, body: { answer, text } }, keep);
    } else {
      stepping.mutate({ step, body: { text } }, keep);
    }
  };
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Labelled id={`${id}-text`} label={problems.text}>
        <Input.TextArea
          id={`${id}-text`}
          rows={3}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Labelled>
      <div>
        <Button
          type="primary"
          danger={step === "return" || step === "rebound" || step === "end"}
          htmlType="submit"
          loading={stepping.isPending}
        >
          {problems.step[step]}
        </Button>
      </div>
    </form>
  );
}
