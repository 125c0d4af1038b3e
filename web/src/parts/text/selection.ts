// The stretch of a marked text that the reader has selected with mouse or keyboard.

export interface Stretch {
  start: number;
  end: number;
}

const characters_in = (text: string): number => Array.from(text).length;

function character_at(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>("[data-start]");
  if (!holder) return undefined;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(node, offset);
  return Number(holder.dataset["start"]) + characters_in(before.toString());
}

/** Undefined when nothing is selected, or the selection leaves the text. */
export function selected_stretch(root: HTMLElement | null): Stretch | undefined {
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const start = character_at(range.startContainer, range.startOffset);
  const end = character_at(range.endContainer, range.endOffset);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}
