// The two texts side by side.
import { Switch } from "antd";
import { useEffect, useMemo, useRef, useState, type Ref, type RefObject } from "react";
import type { Document, Part, Span } from "@/api/shapes";
import { useWords } from "@/messages";
import type { Characters } from "@/parts/text/characters";
import { MarkedText, type Draw, type MarkedTextHandle } from "@/parts/text/marked-text";
import { blocks_of } from "@/parts/text/segments";
import { selected_stretch } from "@/parts/text/selection";
import { draw_folding } from "./draw";
import {
  folded_lines, long_stretches, original_text, type CleanText, type Proposal,
} from "./texts";

export function Legend({ kinds }: { kinds: ReadonlyArray<readonly [string, string]> }) {
  return (
    <span className="legend">
      {kinds.map(([kind, name]) => (
        <span key={kind} className={kind}>
          {name}
        </span>
      ))}
    </span>
  );
}

interface OriginalPaneProps {
  document: Document;
  part: Part;
  original: Characters;
  proposals: readonly Proposal[];
  marked: Draw;
  active: number | undefined;
  handle: Ref<MarkedTextHandle>;
}

export function OriginalPane(props: OriginalPaneProps) {
  const { document, part, original, proposals, marked, active, handle } = props;
  const words = useWords();
  const { review } = words;
  const [folding, set_folding] = useState(true);
  const [opened, set_opened] = useState<ReadonlySet<number>>(new Set());
  const text = useMemo(
    () => original_text(document, original, part, proposals),
    [document, original, part, proposals],
  );
  const blocks = useMemo(() => {
    const folds = folding
      ? long_stretches(text.removed).filter((span) => !opened.has(span.start))
      : [];
    return blocks_of(folded_lines(text.lines, folds));
  }, [text, folding, opened]);
  const draw = useMemo(
    () => draw_folding(marked, words, (start) => set_opened((held) => new Set([...held, start]))),
    [marked, words],
  );
  return (
    <section className="pane">
      <header className="pane-head">
        <h2>{review.original}</h2>
        <Legend
          kinds={[
            ["m-removed", review.legend_removed],
            ["m-lost", review.legend_lost],
          ]}
        />
        <label className="pane-switch">
          <Switch size="small" checked={folding} onChange={set_folding} /> {review.fold}
        </label>
      </header>
      <MarkedText
        blocks={blocks}
        draw={draw}
        active={active}
        label={review.original}
        handle={handle}
      />
    </section>
  );
}

interface CleanPaneProps {
  text: CleanText;
  draw: Draw;
  active: number | undefined;
  handle: RefObject<MarkedTextHandle | null>;
  /** What was to be seen last, also before this pane came up. */
  aimed: number | undefined;
  on_pick: (character: number) => void;
  /** Set while a stretch is being chosen for a proposal. */
  on_select: ((span: Span) => void) | undefined;
}

export function CleanPane(props: CleanPaneProps) {
  const { text, draw, active, handle, aimed, on_pick, on_select } = props;
  const { review } = useWords();
  const first = useRef(aimed);
  useEffect(() => {
    if (first.current !== undefined) handle.current?.reveal(first.current);
  }, [handle]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys have buttons
    <section
      className={`pane ${on_select ? "pane-selecting" : ""}`}
      onMouseUp={(event) => {
        const root = event.currentTarget.querySelector<HTMLElement>(".marked-text");
        const span = on_select && selected_stretch(root);
        if (span) on_select(span);
      }}
    >
      <header className="pane-head">
        <h2>{review.clean}</h2>
        <Legend
          kinds={[
            ["m-candidate m-proposed", review.legend_candidate],
            ["m-replaced", review.legend_replaced],
            ["m-inserted", review.legend_inserted],
            ["m-lost", review.legend_lost],
          ]}
        />
      </header>
      {text.characters.length === 0 ? (
        <p className="pane-empty">{review.empty_text}</p>
      ) : (
        <MarkedText
          blocks={text.blocks}
          draw={draw}
          active={active}
          label={review.clean}
          handle={handle}
          on_pick={on_pick}
        />
      )}
    </section>
  );
}
