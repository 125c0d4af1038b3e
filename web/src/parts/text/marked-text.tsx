// A long text with marks. Blocks far from view are plain text, so that searching and scrolling
// work, and get their marks when they come near.
import {
  memo, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState,
  type ReactNode, type Ref,
} from "react";
import { block_at, type Block, type Segment } from "./segments";
import "./marked-text.css";

/** Draws one segment; `active` is the id of the mark that is picked, when this block holds it. */
export type Draw = (segment: Segment, active: number | undefined) => ReactNode;

export interface MarkedTextHandle {
  /** Brings a stretch into view, drawing it first. */
  reveal: (start: number) => void;
  element: () => HTMLElement | null;
}

const settling_frames = 6;
const line_characters = 28;
const line_pixels = 29;

/** About how high a block will be, so that the scroll bar is nearly right before it is laid out. */
function height_of(block: Block): number {
  const rows = block.lines.map((line) => Math.ceil((line.end - line.start) / line_characters) || 1);
  return rows.reduce((sum, one) => sum + one, 0) * line_pixels;
}

interface BlockProps {
  block: Block;
  draw: Draw;
  active: number | undefined;
  near: boolean;
  index: number;
}

const DrawnBlock = memo(function DrawnBlock({ block, draw, active, near, index }: BlockProps) {
  return (
    <div
      className="marked-block"
      data-block={index}
      style={{ containIntrinsicSize: `auto ${height_of(block)}px` }}
    >
      {block.lines.map((line) => (
        <div key={line.start} className="marked-line" data-start={near ? undefined : line.start}>
          {near
            ? line.segments.map((segment) => draw(segment, active))
            : line.segments.map((segment) => segment.text).join("")}
        </div>
      ))}
    </div>
  );
});

function holds(block: Block, id: number): boolean {
  return block.lines.some((line) =>
    line.segments.some((segment) => segment.marks.some((mark) => mark.id === id)),
  );
}

/** The blocks that have come near the view so far. */
function useNearBlocks(root: { current: HTMLElement | null }, blocks: readonly Block[]) {
  const [near, set_near] = useState<ReadonlySet<number>>(new Set([0, 1]));
  const all = typeof IntersectionObserver === "undefined";
  useEffect(() => {
    if (all || !root.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const met = entries
          .filter((entry) => entry.isIntersecting)
          .map((entry) => Number((entry.target as HTMLElement).dataset["block"]));
        if (met.length > 0) set_near((before) => new Set([...before, ...met]));
      },
      { root: root.current, rootMargin: "600px 0px" },
    );
    root.current.querySelectorAll("[data-block]").forEach((one) => observer.observe(one));
    return () => observer.disconnect();
  }, [root, blocks, all]);
  const draw_also = (index: number) => set_near((before) => new Set([...before, index]));
  return { is_near: (index: number) => all || near.has(index), draw_also };
}

/** Scrolls only the pane; scrollIntoView would move the page as well. */
function bring(pane: HTMLElement, block: number, character: number): void {
  let found: HTMLElement | undefined;
  for (const one of pane.querySelectorAll<HTMLElement>(`[data-block="${block}"] [data-start]`)) {
    if (found && Number(one.dataset["start"]) > character) break;
    found = one;
  }
  if (!found) return;
  const box = pane.getBoundingClientRect();
  const top = found.getBoundingClientRect().top - box.top + pane.scrollTop;
  pane.scrollTo?.({ top: Math.max(0, top - box.height / 3) });
}

interface MarkedTextProps {
  blocks: readonly Block[];
  draw: Draw;
  active?: number | undefined;
  label: string;
  handle?: Ref<MarkedTextHandle>;
  /** A character of the text was clicked. */
  on_pick?: (character: number) => void;
}

export function MarkedText({ blocks, draw, active, label, handle, on_pick }: MarkedTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const { is_near, draw_also } = useNearBlocks(root, blocks);
  const [target, set_target] = useState<{ start: number }>();
  const active_blocks = useMemo(
    () => new Set(active === undefined ? [] : blocks.filter((block) => holds(block, active))),
    [blocks, active],
  );
  useImperativeHandle(handle, () => ({
    reveal: (start) => {
      draw_also(block_at(blocks, start));
      set_target({ start });
    },
    element: () => root.current,
  }));
  useLayoutEffect(() => {
    if (!target || !root.current) return undefined;
    const pane = root.current;
    const block = block_at(blocks, target.start);
    let frame = 0;
    // Blocks on the way had estimated heights until now: correct while they are laid out.
    const settle = (times: number) => {
      bring(pane, block, target.start);
      if (times > 0) frame = requestAnimationFrame(() => settle(times - 1));
    };
    settle(settling_frames);
    return () => cancelAnimationFrame(frame);
  }, [target, blocks]);
  const pick = (event: { target: EventTarget }) => {
    const start = (event.target as HTMLElement).closest<HTMLElement>("[data-start]");
    if (start && window.getSelection()?.isCollapsed !== false) {
      on_pick?.(Number(start.dataset["start"]));
    }
  };
  return (
    // A pane must be reachable to be scrolled by keys; a click only does what the list does too.
    // oxlint-disable-next-line click-events-have-key-events, no-noninteractive-element-interactions
    <div
      ref={root}
      className="marked-text"
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onClick={pick}
    >
      {blocks.map((block, index) => (
        <DrawnBlock
          key={block.start}
          block={block}
          draw={draw}
          near={is_near(index)}
          index={index}
          active={active_blocks.has(block) ? active : undefined}
        />
      ))}
    </div>
  );
}
