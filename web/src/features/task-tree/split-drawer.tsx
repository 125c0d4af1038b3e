// The form that takes a task apart: named posts, stages one after another, or whole levels.
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Drawer, Input, Segmented } from "antd";
import { useId, type SyntheticEvent } from "react";
import { session_query } from "@/api/queries";
import { status_of } from "@/api/failure";
import type { Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Asks } from "@/parts/asks";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { same_amount, sum_of } from "./amounts";
import { Labelled } from "@/parts/labelled";
import { empty_draft, order_of, type Draft, type Level } from "./split-draft";
import { Parts } from "./split-parts";
import { Stages } from "./split-stages";
import { useSplit } from "./use-split";

const level_names: readonly Level[] = ["province", "prefecture", "county", "township", "village"];

interface FormProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

function Levels({ draft, change }: FormProps) {
  const words = useWords().tree;
  return (
    <fieldset className="split-levels">
      <legend>{words.levels}</legend>
      <Checkbox.Group<Level>
        value={draft.levels}
        options={level_names.map((value) => ({ value, label: words.level[value] }))}
        onChange={(chosen) => change({ levels: chosen })}
      />
    </fieldset>
  );
}

interface WhomProps extends FormProps {
  target: { amount: string; unit: string };
}

function Whom({ draft, target, change }: WhomProps) {
  const words = useWords().tree;
  return (
    <>
      <Segmented<Draft["by"]>
        aria-label={words.how}
        value={draft.by}
        onChange={(by) => change({ by })}
        options={[
          { value: "list", label: words.by_list },
          { value: "stage", label: words.by_stage },
          { value: "level", label: words.by_level },
        ]}
      />
      {draft.by === "list" ? <Parts draft={draft} target={target} change={change} /> : null}
      {draft.by === "stage" ? <Stages draft={draft} change={change} /> : null}
      {draft.by === "level" ? <Levels draft={draft} change={change} /> : null}
    </>
  );
}

function Sum({ draft, whole }: { draft: Draft; whole: string }) {
  const words = useWords().tree;
  if (whole === "" || draft.by !== "list") return null;
  const sum = sum_of(draft.parts.map((one) => one.amount));
  const ties = same_amount(sum, whole);
  return (
    <p className={ties ? "split-sum" : "split-sum split-differs"} role="status">
      {words.sum(sum, whole)} {ties ? words.sum_ties : words.sum_differs}
    </p>
  );
}

function Fields({ draft, task, change }: FormProps & { task: Task }) {
  const words = useWords().tree;
  const id = useId();
  return (
    <>
      {task.target ? null : (
        <div className="split-two">
          <Labelled id={`${id}-amount`} label={words.whole}>
            <Input
              id={`${id}-amount`}
              inputMode="decimal"
              value={draft.amount}
              onChange={(event) => change({ amount: event.target.value.trim() })}
            />
          </Labelled>
          <Labelled id={`${id}-unit`} label={words.whole_unit}>
            <Input
              id={`${id}-unit`}
              maxLength={20}
              value={draft.unit}
              onChange={(event) => change({ unit: event.target.value })}
            />
          </Labelled>
        </div>
      )}
      <Labelled id={`${id}-due`} label={words.due}>
        <DateField
          id={`${id}-due`}
          value={draft.due}
          onChange={(due) => change({ due })}
        />
      </Labelled>
      <Labelled id={`${id}-standard`} label={words.standard}>
        <Input.TextArea
          id={`${id}-standard`}
          rows={2}
          maxLength={500}
          value={draft.standard}
          onChange={(event) => change({ standard: event.target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-reason`} label={words.reason}>
        <Input
          id={`${id}-reason`}
          maxLength={500}
          placeholder={words.reason_hint}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Labelled>
    </>
  );
}

export function SplitDrawer({ task, on_close }: { task: Task; on_close: () => void }) {
  const words = useWords();
  const login = useQuery(session_query()).data?.login ?? "";
  const split = useSplit(task.row.id);
  const draft = useDraft<Draft>(`${login}.task.${task.row.id}.split`, empty_draft(task));
  const target = task.target ?? { amount: draft.value.amount, unit: draft.value.unit };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    split.mutate(order_of(draft.value, task), {
      onSuccess: () => {
        draft.clear();
        on_close();
      },
    });
  };
  return (
    <Drawer
      open
      className="split-drawer"
      size={draft.value.by === "stage" ? 860 : 720}
      title={words.tree.split}
      onClose={on_close}
    >
      <form onSubmit={send} className="split-form" noValidate>
        <p>{task.row.text}</p>
        {split.error ? (
          <>
            {status_of(split.error) === 412 ? (
              <Alert type="warning" showIcon role="alert" title={words.task.changed} />
            ) : null}
            <Failed error={split.error} on_close={split.reset} />
          </>
        ) : null}
        <Whom draft={draft.value} target={target} change={draft.change} />
        <Sum draft={draft.value} whole={target.amount} />
        <Fields draft={draft.value} task={task} change={draft.change} />
        <Asks asks={draft.value.asks} on_change={(asks) => draft.change({ asks })} />
        <div className="split-send">
          <Button type="primary" htmlType="submit" loading={split.isPending}>
            {words.tree.send}
          </Button>
          <span>{words.task.draft_kept}</span>
        </div>
      </form>
    </Drawer>
  );
}
