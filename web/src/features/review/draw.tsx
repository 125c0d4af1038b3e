// How one segment of either text looks.
import type { Candidate } from "@/api/shapes";
import type { Words } from "@/messages";
import type { Draw } from "@/parts/text/marked-text";
import type { Mark, Segment } from "@/parts/text/segments";

export type States = ReadonlyMap<number, Candidate["state"]>;

function notes_of(marks: readonly Mark[], { review }: Words): string | undefined {
  const notes = marks.flatMap((mark) => {
    if (mark.kind === "replaced" && mark.note) return [review.replaced_from(mark.note)];
    if (mark.kind === "inserted") return [review.inserted];
    if (mark.kind === "lost") return [review.lost];
    return mark.kind === "warning" && mark.note ? [mark.note] : [];
  });
  return notes.length > 0 ? notes.join("\n") : undefined;
}

/** The innermost proposal, so that one inside another can be picked. */
function candidate_of(marks: readonly Mark[]): Mark | undefined {
  return marks
    .filter((mark) => mark.kind === "candidate")
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function class_of(segment: Segment, states: States, active: number | undefined): string {
  const kinds = new Set(segment.marks.map((mark) => `m-${mark.kind}`));
  const candidate = candidate_of(segment.marks);
  if (candidate?.id !== undefined) kinds.add(`m-${states.get(candidate.id) ?? "proposed"}`);
  const picked = active !== undefined && segment.marks.some((mark) => mark.id === active);
  if (picked) kinds.add("m-active");
  return Array.from(kinds).join(" ");
}

export function draw_marked(states: States, words: Words): Draw {
  return function drawn(segment, active) {
    const { start, text, marks } = segment;
    if (marks.length === 0) {
      return (
        <span key={start} data-start={start}>
          {text}
        </span>
      );
    }
    const candidate = candidate_of(marks);
    const removed = marks.some((one) => one.kind === "removed");
    const Element = candidate ? "mark" : removed ? "del" : "span";
    return (
      <Element
        key={start}
        data-start={start}
        data-number={candidate?.start === start ? candidate.id : undefined}
        className={class_of(segment, states, active)}
        title={notes_of(marks, words)}
      >
        {text}
      </Element>
    );
  };
}

/** As draw_marked, with folded stretches as buttons that open them. */
export function draw_folding(marked: Draw, words: Words, on_open: (start: number) => void): Draw {
  return function drawn(segment, active) {
    const fold = segment.marks.find((mark) => mark.kind === "fold");
    if (!fold) return marked(segment, active);
    return (
      <button
        key={fold.start}
        type="button"
        className="m-fold"
        data-start={fold.start}
        onClick={() => on_open(fold.start)}
      >
        {words.review.folded(fold.end - fold.start)}
      </button>
    );
  };
}
