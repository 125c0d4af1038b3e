// The form that takes a task apart: named posts, or whole levels of divisions.
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Drawer, Input, Segmented, Select } from "antd";
import { useId, type ReactNode, type SyntheticEvent } from "react";
import { posts_query, session_query } from "@/api/queries";
import { status_of } from "@/api/failure";
import type { AskedItem, Post, Split, SplitLevel, Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Asks } from "@/parts/asks";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { same_amount, sum_of } from "./amounts";
import { useSplit } from "./use-split";

type Level = SplitLevel["level"];
interface Part {
  post: string;
  amount: string;
  text: string;
}
interface Draft {
  by: "list" | "level";
  parts: Part[];
  levels: Level[];
  amount: string;
  unit: string;
  due: string;
  standard: string;
  reason: string;
  asks: AskedItem[];
}
const level_names: readonly Level[] = ["province", "prefecture", "county", "township", "village"];
const post_name = (post: Post) => `${post.division_name} ${post.unit_name} ${post.title}`;

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="split-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

interface PartsProps {
  draft: Draft;
  target: { amount: string; unit: string } | null;
  change: (part: Partial<Draft>) => void;
}

function Parts({ draft, target, change }: PartsProps) {
  const words = useWords().tree;
  const id = useId();
  const posts = useQuery(posts_query());
  if (posts.error) return <Failed error={posts.error} on_retry={() => void posts.refetch()} />;
  const known = posts.data ?? [];
  const name_of = (post: string) => {
    const found = known.find((one) => one.id === post);
    return found ? post_name(found) : post;
  };
  const choose = (chosen: string[]) =>
    change({
      parts: chosen.map(
        (post) => draft.parts.find((one) => one.post === post) ?? { post, amount: "", text: "" },
      ),
    });
  const edit = (post: string, part: Partial<Part>) =>
    change({ parts: draft.parts.map((one) => (one.post === post ? { ...one, ...part } : one)) });
  return (
    <>
      <Labelled id={`${id}-posts`} label={words.posts}>
        <Select
          id={`${id}-posts`}
          mode="multiple"
          value={draft.parts.map((one) => one.post)}
          loading={posts.isPending}
          placeholder={words.posts_hint}
          showSearch={{
            filterOption: (typed, option) =>
              typed.split(/\s+/).every((word) => String(option?.words ?? "").includes(word)),
          }}
          options={known.map((post) => ({
            value: post.id, label: post_name(post), words: `${post_name(post)} ${post.holder}`,
          }))}
          onChange={choose}
        />
      </Labelled>
      <ul className="split-parts">
        {draft.parts.map((part) => (
          <li key={part.post}>
            <span>{name_of(part.post)}</span>
            <Input
              aria-label={words.part_amount(name_of(part.post))}
              placeholder={target?.unit ?? words.target}
              inputMode="decimal"
              value={part.amount}
              onChange={(event) => edit(part.post, { amount: event.target.value.trim() })}
            />
            <Input
              aria-label={words.part_text(name_of(part.post))}
              value={part.text}
              maxLength={2000}
              onChange={(event) => edit(part.post, { text: event.target.value })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Levels({ draft, change }: Omit<PartsProps, "target">) {
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

function Sum({ draft, whole }: { draft: Draft; whole: string }) {
  const words = useWords().tree;
  if (whole === "" || draft.by === "level") return null;
  const sum = sum_of(draft.parts.map((one) => one.amount));
  const ties = same_amount(sum, whole);
  return (
    <p className={ties ? "split-sum" : "split-sum split-differs"} role="status">
      {words.sum(sum, whole)} {ties ? words.sum_ties : words.sum_differs}
    </p>
  );
}

function order_of(draft: Draft, task: Task): Split {
  const parts = draft.parts.map((one) => ({
    post: one.post,
    ...(one.amount ? { amount: one.amount } : {}),
    ...(one.text.trim() ? { text: one.text.trim() } : {}),
  }));
  return {
    ...(task.target || draft.amount === ""
      ? {}
      : { amount: draft.amount, unit: draft.unit.trim() }),
    ...(draft.due ? { due: draft.due } : {}),
    standard: draft.standard.trim(),
    ...(draft.reason.trim() ? { split_reason: draft.reason.trim() } : {}),
    ...(draft.asks.length > 0 ? { asks: draft.asks } : {}),
    ...(draft.by === "list" ? { parts } : { levels: draft.levels.map((level) => ({ level })) }),
  };
}

interface FieldsProps {
  draft: Draft;
  task: Task;
  change: (part: Partial<Draft>) => void;
}

function Fields({ draft, task, change }: FieldsProps) {
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
  const draft = useDraft<Draft>(`${login}.task.${task.row.id}.split`, {
    by: "list", parts: [], levels: [], amount: "", unit: "", due: task.row.due ?? "",
    standard: task.standard, reason: "", asks: [],
  });
  const { by } = draft.value;
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
    <Drawer open size={640} title={words.tree.split} onClose={on_close} className="split-drawer">
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
        <Segmented<Draft["by"]>
          aria-label={words.tree.how}
          value={by}
          onChange={(value) => draft.change({ by: value })}
          options={[
            { value: "list", label: words.tree.by_list },
            { value: "level", label: words.tree.by_level },
          ]}
        />
        {by === "list" ? (
          <Parts draft={draft.value} target={target} change={draft.change} />
        ) : (
          <Levels draft={draft.value} change={draft.change} />
        )}
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
