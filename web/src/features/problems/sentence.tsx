// A published sentence whose every figure is counted from records and opens them.
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Figure, FigureSentence } from "@/api/shapes";
import { useWords } from "@/messages";

function Amount({ of, figure }: { of: string; figure: Figure }) {
  const shown = figure.amount.toLocaleString();
  return (
    <Link
      to={`/problems/figures/${of}/${figure.name}`}
      className="figure"
      aria-label={`${figure.label} ${shown} ${figure.unit}`}
    >
      {shown}
    </Link>
  );
}

export function Sentence({ one }: { one: FigureSentence }) {
  const pieces = one.sentence.split(/\{(\w+)\}/);
  return (
    <p className="sentence">
      {pieces.map((piece, at): ReactNode => {
        if (at % 2 === 0) return piece;
        const figure = one.figures.find((each) => each.name === piece);
        return figure ? <Amount key={`${at}`} of={one.id} figure={figure} /> : piece;
      })}
    </p>
  );
}

export function Sentences({ all }: { all: FigureSentence[] }) {
  const { problems, clerk } = useWords();
  const told = all.filter((one) => one.figures.some(({ amount }) => amount > 0));
  if (all.length === 0) return <p className="muted">{problems.figures_none}</p>;
  return (
    <>
      {told.length < all.length ? (
        <p className="muted">
          {clerk.figures_zero(all.filter((one) => !told.includes(one)).map(({ title }) => title))}
        </p>
      ) : null}
      {told.map((one) => (
        <section key={one.id} aria-label={one.title}>
          <h3>{one.title}</h3>
          <Sentence one={one} />
        </section>
      ))}
    </>
  );
}
