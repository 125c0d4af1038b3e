import { describe, expect, test } from "vitest";
import { task as a_task } from "../../../tests/things";
import { empty_draft, order_of } from "./split-draft";

describe("what the form of taking a task apart becomes", () => {
  const task = a_task([]);

  test("stages are parts in their order; the same post may take several", () => {
    const stage = { standard: "逐项验收", post: "p-1", due: "" };
    const draft = {
      ...empty_draft(task), by: "stage" as const, standard: "全部完成", due: "2025-12-31",
      stages: [{ ...stage, text: "自查自纠 ", due: "2025-06-30" }, { ...stage, text: "验收销号" }],
      parts: [{ post: "p-2", amount: "5", text: "", due: "" }],
    };
    expect(order_of(draft, task)).toEqual({
      due: "2025-12-31",
      standard: "全部完成",
      parts: [
        { post: "p-1", text: "自查自纠", standard: "逐项验收", due: "2025-06-30" },
        { post: "p-1", text: "验收销号", standard: "逐项验收" },
      ],
    });
  });

  test("what is empty is not sent; levels go without parts", () => {
    const part = { post: "p-2", amount: "5", text: " ", due: "" };
    const draft = { ...empty_draft(task), parts: [part], due: "", standard: "有记录" };
    expect(order_of(draft, task)).toEqual({
      standard: "有记录", parts: [{ post: "p-2", amount: "5" }],
    });
    expect(order_of({ ...draft, by: "level", levels: ["county"] }, task)).toEqual({
      standard: "有记录", levels: [{ level: "county" }],
    });
  });
});
