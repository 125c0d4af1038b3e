import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { Refusal, Unreached } from "@/api/failure";
import zh_cn from "@/messages/zh-CN";
import { DateField } from "./date-field";
import { day_text } from "./days";
import { useDraft } from "./draft";
import { due_words } from "./due-words";
import { Failed } from "./failed";
import { moment_of, size_of } from "./figures";
import { useCommands } from "./keys";
import { LazyList } from "./lazy-list";
import { Light } from "./light";
import { LoadMore } from "./load-more";
import { Loaded } from "./loaded";

const refused = new Refusal({
  type: "urn:anmin:error:E-TASK-021", title: "该条已审核", status: 409, code: "E-TASK-021",
  place: "decisions.confirm[0]", finding: "第 3 条已被确认", expectation: "待审的条目",
  next_step: "刷新后查看", request: "r-17",
});

describe("a failure", () => {
  test("shows every part of the server's reasons", () => {
    render(<Failed error={refused} />);
    const alert = screen.getByRole("alert").textContent;
    for (const text of [
      "该条已审核", "decisions.confirm[0]", "第 3 条已被确认", "待审的条目", "刷新后查看", "r-17", "E-TASK-021",
    ]) {
      expect(alert).toContain(text);
    }
  });

  test("says a thing once when the title is what was found", () => {
    render(<Failed error={new Refusal({ ...refused.problem, finding: "该条已审核" })} />);
    expect(screen.getAllByText("该条已审核")).toHaveLength(1);
  });

  test("a page that the next step names can be opened", () => {
    const next_step = "直接查看 /indicators/closed?division=330102，或见 https://example.org/a";
    render(<Failed error={new Refusal({ ...refused.problem, next_step })} />);
    const links = screen.getAllByRole("link").map((one) => one.getAttribute("href"));
    expect(links).toEqual(["/indicators/closed?division=330102"]);
  });

  test("without an answer says so, with a code and what to do", () => {
    render(<Failed error={new Unreached(0)} />);
    const alert = screen.getByRole("alert").textContent;
    expect(alert).toContain(zh_cn.failure.unreached);
    expect(alert).toContain("E-WEB-001");
    expect(alert).toContain(zh_cn.failure.unreached_next);
  });
});

describe("loaded", () => {
  const query = { data: undefined, error: null, refetch: vi.fn() };
  const view = (rows: string[]) => (rows.length === 0 ? "空" : rows.join());

  test("shows that it is loading", () => {
    render(<Loaded query={{ ...query }}>{view}</Loaded>);
    expect(screen.getByRole("status").getAttribute("aria-busy")).toBe("true");
  });

  test("a failed load is a failure, never an empty list, and can be tried again", () => {
    const refetch = vi.fn();
    render(<Loaded query={{ ...query, error: refused, refetch }}>{view}</Loaded>);
    expect(screen.queryByText("空")).toBeNull();
    fireEvent.click(screen.getByRole("button"));
    expect(refetch).toHaveBeenCalledOnce();
  });

  test("what was loaded before stays when refreshing fails, and says that it is old", () => {
    render(<Loaded query={{ ...query, data: ["甲"], error: refused }}>{view}</Loaded>);
    expect(screen.getByText("甲")).toBeTruthy();
    expect(screen.getByRole("alert").textContent).toContain(zh_cn.failure.stale);
  });
});

test("a light has a word and a shape beside its colour", () => {
  const lights = ["on_time", "due_soon", "overdue", "undated", "closed", "suspended"] as const;
  const paths = lights.map((light) => {
    const { container, unmount } = render(<Light light={light} />);
    expect(container.textContent).toBe(zh_cn.lights[light]);
    const path = container.querySelector("path")?.getAttribute("d");
    unmount();
    return path;
  });
  expect(new Set(paths).size).toBe(6);
});

describe("a draft", () => {
  function Form({ name }: { name: string }) {
    const draft = useDraft(name, { text: "" });
    return (
      <>
        <input
          aria-label="text"
          value={draft.value.text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
        <button type="button" onClick={draft.clear}>
          clear
        </button>
      </>
    );
  }
  const value = () => (screen.getByLabelText("text") as HTMLInputElement).value;

  test("is there again after leaving, apart for each form, and gone when cleared", async () => {
    const first = render(<Form name="a" />);
    await userEvent.type(screen.getByLabelText("text"), "已入户12户");
    first.rerender(<Form name="b" />);
    expect(value()).toBe("");
    first.unmount();
    const second = render(<Form name="a" />);
    expect(value()).toBe("已入户12户");
    fireEvent.click(screen.getByText("clear"));
    second.unmount();
    render(<Form name="a" />);
    expect(value()).toBe("");
  });

  test("a broken keeping place is no obstacle", () => {
    sessionStorage.setItem("anmin.draft.a", "{broken");
    render(<Form name="a" />);
    expect(value()).toBe("");
  });
});

describe("single-key commands", () => {
  function Page({ on, press }: { on: boolean; press: () => void }) {
    useCommands({ a: press, Enter: press }, on);
    return (
      <>
        <input aria-label="field" />
        <input type="checkbox" aria-label="tick" />
        <button type="button">go</button>
      </>
    );
  }

  test("work on the page, not while typing, with a modifier, or on a button's Enter", async () => {
    const acted = vi.fn();
    render(<Page on press={acted} />);
    await userEvent.keyboard("a");
    expect(acted).toHaveBeenCalledTimes(1);
    screen.getByLabelText("tick").focus();
    await userEvent.keyboard("a");
    expect(acted).toHaveBeenCalledTimes(2);
    await userEvent.type(screen.getByLabelText("field"), "a");
    await userEvent.keyboard("{Control>}a{/Control}");
    screen.getByText("go").focus();
    await userEvent.keyboard("{Enter}");
    expect(acted).toHaveBeenCalledTimes(2);
  });

  test("can be switched off", async () => {
    const acted = vi.fn();
    render(<Page on={false} press={acted} />);
    await userEvent.keyboard("a");
    expect(acted).not.toHaveBeenCalled();
  });
});

test("distances, sizes and times read as people say them", () => {
  const words = zh_cn.ledger;
  expect(due_words({ due: "2025-03-10", light: "overdue" }, "2025-03-12", words)).toBe("超期 2 天");
  expect(due_words({ due: "2025-03-12", light: "due_soon" }, "2025-03-12", words)).toBe("今天到期");
  expect(due_words({ due: "2025-04-01", light: "on_time" }, "2025-03-12", words)).toBe("还有 20 天");
  expect(due_words({ due: null, light: "undated" }, "2025-03-12", words)).toBe("");
  expect(due_words({ due: "2025-03-10", light: "closed" }, "2025-03-12", words)).toBe("");
  expect([12, 2048, 3 * 1024 * 1024].map(size_of)).toEqual(["12 B", "2.0 kB", "3.0 MB"]);
  expect(moment_of("no time")).toBe("no time");
});

describe("a lazy list", () => {
  const items = Array.from({ length: 45 }, (_, index) => `第${index}条`);
  const draw = (item: string) => <li key={item}>{item}</li>;

  test("draws everything where nobody can say what is in view", () => {
    render(<LazyList items={items} pinned={undefined} height={10}>{draw}</LazyList>);
    expect(screen.getAllByRole("listitem").length).toBe(45);
  });

  test("draws only what comes near, and what is pinned wherever it is", () => {
    const seen: Array<() => void> = [];
    vi.stubGlobal("IntersectionObserver", class {
      constructor(tell: (entries: Array<{ isIntersecting: boolean }>) => void) {
        seen.push(() => tell([{ isIntersecting: true }]));
      }
      observe(): void {}
      disconnect(): void {}
    });
    render(<LazyList items={items} pinned="第44条" height={10}>{draw}</LazyList>);
    const texts = () => screen.getAllByRole("listitem").map((one) => one.textContent);
    expect(texts()).toEqual(["第40条", "第41条", "第42条", "第43条", "第44条"]);
    act(() => seen[0]?.());
    expect(texts().length).toBe(25);
    expect(texts()[0]).toBe("第0条");
    vi.stubGlobal("IntersectionObserver", undefined);
  });
});

describe("a list that comes page by page", () => {
  const query = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: vi.fn() };

  test("asks for the next page, in the room it is given", () => {
    const { container } = render(
      <LoadMore query={query} className="tree-more">继续加载</LoadMore>,
    );
    fireEvent.click(screen.getByRole("button", { name: "继续加载" }));
    expect(query.fetchNextPage).toHaveBeenCalledOnce();
    expect(container.querySelector(".tree-more > button")).toBeTruthy();
  });

  test("takes no second order while the first is on its way", () => {
    query.fetchNextPage.mockClear();
    render(<LoadMore query={{ ...query, isFetchingNextPage: true }}>继续加载</LoadMore>);
    fireEvent.click(screen.getByRole("button"));
    expect(query.fetchNextPage).not.toHaveBeenCalled();
  });

  test("has no button, and no empty room, when all is there", () => {
    const { container } = render(
      <LoadMore query={{ ...query, hasNextPage: false }} className="tree-more">继续加载</LoadMore>,
    );
    expect(container.childElementCount).toBe(0);
  });
});

describe("a day", () => {
  test("is read as offices write it, and only when there is such a day", () => {
    for (const typed of [
      "2026-11-02", "2026-11-2", "20261102", "2026/11/2", "2026.11.2", "2026年11月2日",
    ]) {
      expect(day_text(typed)).toBe("2026-11-02");
    }
    for (const typed of ["2026-02-30", "2026-13-01", "11/02/2026", "明天", "2026-11", ""]) {
      expect(day_text(typed)).toBeUndefined();
    }
  });

  test("typed is taken over, by Tab where more could follow", async () => {
    const taken = vi.fn<(day: string) => void>();
    render(<DateField aria-label="期限" onChange={taken} />);
    await userEvent.type(screen.getByLabelText("期限"), "20261122");
    expect(taken).toHaveBeenLastCalledWith("2026-11-22");
    await userEvent.clear(screen.getByLabelText("期限"));
    await userEvent.type(screen.getByLabelText("期限"), "2026-1-1");
    expect(taken).toHaveBeenCalledTimes(1);
    await userEvent.tab();
    expect(taken).toHaveBeenLastCalledWith("2026-01-01");
  });

  test("is found in the calendar by keys; Escape closes nothing but the calendar", async () => {
    const taken = vi.fn<(day: string) => void>();
    const window_closed = vi.fn<() => void>();
    render(
      <div role="none" onKeyDown={(event) => event.key === "Escape" && window_closed()}>
        <DateField aria-label="期限" value="2026-11-30" onChange={taken} />
      </div>,
    );
    const opener = screen.getByRole("button", { name: zh_cn.day.open });
    await userEvent.click(opener);
    const of_day = (day: string) => screen.getByRole("button", { name: zh_cn.day.whole(day) });
    expect(document.activeElement).toBe(of_day("2026-11-30"));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("grid")).toBeNull();
    expect(window_closed).not.toHaveBeenCalled();
    await userEvent.click(opener);
    await userEvent.keyboard("{ArrowDown}{ArrowLeft}{PageDown}");
    expect(document.activeElement).toBe(of_day("2027-01-06"));
    await userEvent.keyboard("{Enter}");
    expect(taken).toHaveBeenLastCalledWith("2027-01-06");
    expect(document.activeElement).toBe(screen.getByLabelText("期限"));
  });

  test("that is none is told, and the field keeps what it had", async () => {
    const taken = vi.fn<(day: string) => void>();
    render(<DateField aria-label="期限" value="2026-11-22" onChange={taken} />);
    const field = screen.getByLabelText("期限") as HTMLInputElement;
    await userEvent.type(field, "x", { initialSelectionStart: 0, initialSelectionEnd: 10 });
    await userEvent.type(field, "y");
    await userEvent.tab();
    expect((await screen.findByRole("alert")).textContent).toBe(zh_cn.day.wrong("xy"));
    expect(field.value).toBe("2026-11-22");
    expect(taken).not.toHaveBeenCalled();
  });
});
