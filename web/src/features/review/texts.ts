// The two texts of a document as marked blocks, and the way from one to the other.
import type { Document, Part, Piece, Span } from "@/api/shapes";
import { Characters } from "@/parts/text/characters";
import {
  blocks_of, lines_of, lost_marks, type Block, type Line, type Mark,
} from "@/parts/text/segments";

export interface Proposal {
  number: number;
  span: Span;
}

export interface CleanText {
  characters: Characters;
  blocks: Block[];
}

const note_length = 60;

function piece_marks(pieces: readonly Piece[], original: Characters): Mark[] {
  return pieces.flatMap((piece): Mark[] => {
    if (piece.origin === "same") return [];
    const { start, end } = piece.original;
    const note = original.slice(start, Math.min(end, start + note_length));
    return [{ ...piece.clean, kind: piece.origin, note }];
  });
}

export function clean_text(
  part: Part,
  original: Characters,
  proposals: readonly Proposal[],
): CleanText {
  const characters = new Characters(part.clean_text);
  const marks: Mark[] = [
    ...piece_marks(part.pieces, original),
    ...lost_marks(characters),
    ...part.warnings.map((one): Mark => ({ ...one.clean, kind: "warning", note: one.text })),
    ...proposals.map(({ number, span }): Mark => ({ ...span, kind: "candidate", id: number })),
  ];
  return { characters, blocks: blocks_of(lines_of(characters, marks)) };
}

/** The piece that holds a character of clean text, by halving. */
function piece_at(pieces: readonly Piece[], character: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (!piece) return undefined;
    if (character < piece.clean.start) high = middle - 1;
    else if (character >= piece.clean.end) low = middle + 1;
    else return piece;
  }
  return undefined;
}

/** The stretch of the original from which a stretch of clean text came, if there is one. */
export function original_span(pieces: readonly Piece[], clean: Span): Span | undefined {
  const first = piece_at(pieces, clean.start);
  const last = piece_at(pieces, clean.end - 1);
  if (!first || !last) return undefined;
  const start =
    first.origin === "same"
      ? first.original.start + clean.start - first.clean.start
      : first.original.start;
  const end =
    last.origin === "same" ? last.original.start + clean.end - last.clean.start : last.original.end;
  return end < start ? undefined : { start, end };
}

/** What no piece of any part took: removed as noise. */
function removed_spans(document: Document, length: number): Span[] {
  const taken = document.parts
    .flatMap((part) => part.pieces.map((piece) => piece.original))
    .filter((span) => span.end > span.start)
    .sort((a, b) => a.start - b.start);
  const removed: Span[] = [];
  let at = 0;
  for (const span of taken) {
    if (span.start > at) removed.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (at < length) removed.push({ start: at, end: length });
  return removed;
}

const longest_shown = 48;

/** Removed stretches that are too long to read past. */
export function long_stretches(spans: readonly Span[]): Span[] {
  return spans.filter((span) => span.end - span.start > longest_shown);
}

export interface OriginalText {
  lines: Line[];
  removed: Span[];
}

export function original_text(
  document: Document,
  original: Characters,
  part: Part,
  proposals: readonly Proposal[],
): OriginalText {
  const removed = removed_spans(document, original.length);
  const others = document.parts.filter((one) => one !== part);
  const marks: Mark[] = [
    ...removed.map((span): Mark => ({ ...span, kind: "removed" })),
    ...others.flatMap((one) =>
      one.pieces.map((piece): Mark => ({ ...piece.original, kind: "elsewhere" })),
    ),
    ...part.pieces
      .filter((piece) => piece.origin === "replaced")
      .map((piece): Mark => ({ ...piece.original, kind: "replaced" })),
    ...lost_marks(original),
    ...proposals.flatMap(({ number, span }): Mark[] => {
      const found = original_span(part.pieces, span);
      return found ? [{ ...found, kind: "candidate", id: number }] : [];
    }),
  ];
  return { lines: lines_of(original, marks), removed };
}

/** Lines with every stretch of `folds` drawn as one short piece, its line ends gone. */
export function folded_lines(lines: readonly Line[], folds: readonly Span[]): Line[] {
  const result: Line[] = [];
  let open: Line | undefined;
  let next = 0;
  for (const line of lines) {
    const target: Line = open ?? { start: line.start, end: line.end, segments: [] };
    for (const segment of line.segments) {
      while (next < folds.length && (folds[next]?.end ?? 0) <= segment.start) next += 1;
      const fold = folds[next];
      if (!fold || segment.end <= fold.start) target.segments.push(segment);
      else if (segment.start <= fold.start) {
        target.segments.push({ ...fold, text: "…", marks: [{ ...fold, kind: "fold" }] });
      }
    }
    target.end = line.end;
    const fold = folds[next];
    const inside = fold !== undefined && fold.start < line.end && fold.end > line.end;
    open = inside ? target : undefined;
    if (!inside) result.push(target);
  }
  if (open) result.push(open);
  return result;
}
