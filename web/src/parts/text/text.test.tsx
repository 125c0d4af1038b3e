import { fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { describe, expect, test, vi } from "vitest";
import { Characters } from "./characters";
import { MarkedText, type MarkedTextHandle } from "./marked-text";
import { block_at, blocks_of, lines_of, lost_marks, type Mark } from "./segments";
import { selected_stretch } from "./selection";

describe("characters", () => {
  test("count as the contract does, also beyond the first plane", () => {
    const text = new Characters("\u{20bb7}野家A");
    expect(text.length).toBe(4);
    expect(text.slice(0, 1)).toBe("\u{20bb7}");
    expect(text.slice(1, 3)).toBe("野家");
    expect(text.unit_of(1)).toBe(2);
    expect(text.character_of(2)).toBe(1);
    expect(text.character_of(1)).toBe(0);
  });

  test("a plain text is addressed directly, and never outside of it", () => {
    const text = new Characters("会议要求");
    expect(text.slice(2, 99)).toBe("要求");
    expect(text.slice(-3, 1)).toBe("会");
  });
});

const drawn = (text: string, marks: Mark[]): string[] =>
  lines_of(new Characters(text), marks).map((line) =>
    line.segments
      .map(({ marks: held, text: piece }) =>
        held.length > 0 ? `[${held.map((one) => one.kind).join("+")}:${piece}]` : piece,
      )
      .join(""),
  );

describe("segments", () => {
  test("cut at the ends of marks and of lines", () => {
    expect(drawn("甲乙丙\n丁戊", [{ start: 1, end: 5, kind: "a" }])).toEqual([
      "甲[a:乙丙\n]", "[a:丁]戊",
    ]);
  });

  test("overlapping marks share what they share", () => {
    const marks = [{ start: 0, end: 3, kind: "a" }, { start: 2, end: 4, kind: "b" }];
    expect(drawn("甲乙丙丁", marks)).toEqual(["[a:甲乙][a+b:丙][b:丁]"]);
  });

  test("empty marks and marks beyond the text do no harm", () => {
    const marks = [{ start: 1, end: 1, kind: "a" }, { start: 1, end: 9, kind: "b" }];
    expect(drawn("甲乙", marks)).toEqual(["甲[b:乙]"]);
  });

  test("runs of lost characters are one mark each", () => {
    expect(lost_marks(new Characters("李\ufffd\ufffd说\ufffd"))).toEqual([
      { start: 1, end: 3, kind: "lost" }, { start: 4, end: 5, kind: "lost" },
    ]);
  });

  test("nothing of the text is lost or doubled, however it is cut", () => {
    const text = `${"第一段，会议要求。\n".repeat(400)}${"无尽的行".repeat(3000)}`;
    const marks = Array.from({ length: 300 }, (_, index) => ({
      start: index * 37, end: index * 37 + (index % 90), kind: "m",
    }));
    const blocks = blocks_of(lines_of(new Characters(text), marks));
    const again = blocks.flatMap((block) => block.lines.flatMap((line) => line.segments));
    expect(again.map((one) => one.text).join("")).toBe(text);
    expect(blocks.length).toBeGreaterThan(5);
    const holder = blocks[block_at(blocks, 2000)];
    expect(holder && holder.start <= 2000 && 2000 < holder.end).toBe(true);
    expect(block_at(blocks, text.length)).toBe(-1);
  });
});

describe("marked text", () => {
  const text = new Characters("会议要求，各县要报送方案。");
  const blocks = blocks_of(lines_of(text, [{ start: 5, end: 12, kind: "c", id: 1 }]));
  const show = (on_pick = vi.fn()) => {
    const handle = createRef<MarkedTextHandle>();
    render(
      <MarkedText
        blocks={blocks}
        label="净文"
        handle={handle}
        active={1}
        on_pick={on_pick}
        draw={(one, active) => (
          <span key={one.start} data-start={one.start} className={`a${active ?? ""}`}>
            {one.text}
          </span>
        )}
      />,
    );
    return { handle, on_pick };
  };

  test("draws its segments and tells the active mark", () => {
    show();
    expect(screen.getByText("各县要报送方案").className).toBe("a1");
  });

  test("says which character was clicked", () => {
    const { on_pick } = show();
    fireEvent.click(screen.getByText("各县要报送方案"));
    expect(on_pick).toHaveBeenCalledWith(5);
  });

  test("a selection is told in characters of the text", () => {
    const { handle } = show();
    const first = screen.getByText("会议要求，").firstChild;
    const second = screen.getByText("各县要报送方案").firstChild;
    if (!first || !second) throw new Error("not drawn");
    window.getSelection()?.setBaseAndExtent(first, 4, second, 3);
    expect(selected_stretch(handle.current?.element() ?? null)).toEqual({ start: 4, end: 8 });
    window.getSelection()?.removeAllRanges();
    expect(selected_stretch(handle.current?.element() ?? null)).toBeUndefined();
  });
});
