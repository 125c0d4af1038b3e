// What the form of taking a task apart holds, and the order it becomes.
import type { AskedItem, Split, SplitLevel, SplitPart, Task } from "@/api/shapes";

export type Level = SplitLevel["level"];
export interface Part {
  post: string;
  amount: string;
  text: string;
  due: string;
}
/** A stage has its own standard, and the same post may take several. */
export interface Stage {
  text: string;
  standard: string;
  post: string;
  due: string;
}
export interface Draft {
  by: "list" | "stage" | "level";
  parts: Part[];
  stages: Stage[];
  levels: Level[];
  amount: string;
  unit: string;
  due: string;
  standard: string;
  reason: string;
  asks: AskedItem[];
}

export const empty_draft = (task: Task): Draft => ({
  by: "list", parts: [], stages: [], levels: [], amount: "", unit: "", due: task.row.due ?? "",
  standard: task.standard, reason: "", asks: [],
});

const given = <Name extends string>(name: Name, value: string): Partial<Record<Name, string>> =>
  value.trim() === "" ? {} : ({ [name]: value.trim() } as Record<Name, string>);

const parts_of = ({ by, parts, stages }: Draft): SplitPart[] =>
  by === "stage"
    ? stages.map((one) => ({
      text: one.text.trim(),
      ...given("post", one.post), ...given("standard", one.standard), ...given("due", one.due),
    }))
    : parts.map((one) => ({
      post: one.post,
      ...given("amount", one.amount), ...given("text", one.text), ...given("due", one.due),
    }));

export const order_of = (draft: Draft, task: Task): Split => ({
  ...(task.target || draft.amount === "" ? {} : { amount: draft.amount, unit: draft.unit.trim() }),
  ...given("due", draft.due),
  standard: draft.standard.trim(),
  ...given("split_reason", draft.reason),
  ...(draft.asks.length > 0 ? { asks: draft.asks } : {}),
  ...(draft.by === "level"
    ? { levels: draft.levels.map((level) => ({ level })) }
    : { parts: parts_of(draft) }),
});
