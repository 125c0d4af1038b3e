// Cuts a text at the ends of its marks, into lines, and lines into blocks that are drawn on demand.
import type { Characters } from "./characters";

/** Something said about the stretch [start, end) of a text. Kinds are the caller's. */
export interface Mark {
  start: number;
  end: number;
  kind: string;
  id?: number;
  note?: string;
}

export interface Segment {
  start: number;
  end: number;
  text: string;
  marks: readonly Mark[];
}

export interface Line {
  start: number;
  end: number;
  segments: Segment[];
}

export interface Block {
  start: number;
  end: number;
  lines: Line[];
}

const block_size = 1200;
const longest_line = 4000;
const unmarked: readonly Mark[] = [];

/** Marks for every run of U+FFFD: a character that was lost. */
export function lost_marks(text: Characters): Mark[] {
  return Array.from(text.text.matchAll(/\ufffd+/g), (found) => ({
    start: text.character_of(found.index),
    end: text.character_of(found.index + found[0].length),
    kind: "lost",
  }));
}

interface Cuts {
  cuts: number[];
  /** Those at which a new line begins. */
  breaks: Set<number>;
}

/** Where the text must be cut: mark ends, line ends, and inside lines that never end. */
function cuts_of(text: Characters, marks: readonly Mark[]): Cuts {
  const cuts = new Set<number>([0, text.length]);
  for (const mark of marks) {
    cuts.add(Math.max(0, Math.min(mark.start, text.length)));
    cuts.add(Math.max(0, Math.min(mark.end, text.length)));
  }
  const breaks = new Set<number>();
  let since = 0;
  for (let unit = text.text.indexOf("\n"); unit >= 0; unit = text.text.indexOf("\n", unit + 1)) {
    const next = text.character_of(unit) + 1;
    for (let at = since + longest_line; at < next; at += longest_line) breaks.add(at);
    breaks.add(next);
    since = next;
  }
  for (let at = since + longest_line; at < text.length; at += longest_line) breaks.add(at);
  breaks.forEach((at) => cuts.add(at));
  return { cuts: Array.from(cuts).sort((a, b) => a - b), breaks };
}

/** Cuts so that every segment lies inside or outside each mark as a whole. */
export function lines_of(text: Characters, marks: readonly Mark[]): Line[] {
  const usable = marks.filter((mark) => mark.end > mark.start);
  const queue = [...usable].sort((a, b) => a.start - b.start);
  const { cuts, breaks } = cuts_of(text, usable);
  const lines: Line[] = [];
  let line: Line = { start: 0, end: 0, segments: [] };
  let active: Mark[] = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index] ?? 0;
    const end = cuts[index + 1] ?? 0;
    if (breaks.has(start)) {
      lines.push(line);
      line = { start, end: start, segments: [] };
    }
    if (active.some((mark) => mark.end <= start)) {
      active = active.filter((mark) => mark.end > start);
    }
    for (let mark = queue[next]; mark && mark.start <= start; mark = queue[(next += 1)]) {
      active = [...active, mark];
    }
    const shown = active.length === 0 ? unmarked : active;
    line.segments.push({ start, end, text: text.slice(start, end), marks: shown });
    line.end = end;
  }
  if (line.segments.length > 0) lines.push(line);
  return lines;
}

export function blocks_of(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const line of lines) {
    if (!block || block.end - block.start >= block_size) {
      block = { start: line.start, end: line.end, lines: [] };
      blocks.push(block);
    }
    block.lines.push(line);
    block.end = line.end;
  }
  return blocks;
}

/** The block that holds a character, by halving; -1 when there is none. */
export function block_at(blocks: readonly Block[], character: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block) return -1;
    if (character < block.start) high = middle - 1;
    else if (character >= block.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
