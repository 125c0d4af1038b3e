// What was read besides the text: repairs with counts, warnings, and the details on demand.
import { WarningFilled } from "@ant-design/icons";
import { Button, Drawer, Tag } from "antd";
import { useState, type ReactNode } from "react";
import type { Document, Part } from "@/api/shapes";
import { useWords } from "@/messages";

interface FactsProps {
  document: Document;
  part: Part;
  on_show: (character: number) => void;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Listed({ lines }: { lines: ReactNode[] }) {
  const { review } = useWords();
  return lines.length === 0 ? review.none : <ul>{lines}</ul>;
}

function Details({ document, part, on_show }: FactsProps) {
  const { review, app } = useWords();
  const link = (text: string, start: number, more: string) => (
    <li key={`${start}.${text}`}>
      <Button type="link" size="small" onClick={() => on_show(start)}>
        {text}
      </Button>
      <span>{more}</span>
    </li>
  );
  const inferred = /^inferred:\s*/;
  const basis = inferred.test(part.event_date_basis)
    ? review.date_basis_inferred(part.event_date_basis.replace(inferred, ""))
    : review.date_basis_explicit;
  return (
    <dl className="details">
      <Row name={review.kind}>{part.kind || review.none}</Row>
      <Row name={review.number}>{part.number ?? review.none}</Row>
      <Row name={review.holding}>{part.organs.holding ?? review.none}</Row>
      <Row name={review.issuing}>{part.organs.issuing ?? review.none}</Row>
      <Row name={review.publisher}>{part.organs.publisher ?? review.none}</Row>
      <Row name={review.date}>
        {part.event_date ?? review.none}
        {part.event_date_text ? ` · ${part.event_date_text}` : ""}
        {part.event_date ? ` · ${basis}` : ""}
      </Row>
      <Row name={review.domains}>{app.list(part.domains) || review.none}</Row>
      <Row name={review.persons}>
        <Listed
          lines={part.persons.map((one) =>
            link(one.name, one.span.start, `${one.post} ${one.role}`),
          )}
        />
      </Row>
      <Row name={review.quantities}>
        <Listed
          lines={part.quantities.map((one) =>
            link(one.text, one.span.start, `${one.of} · ${review.quantity_status[one.status]}`),
          )}
        />
      </Row>
      <Row name={review.programmes}>
        <Listed lines={part.programmes.map((one) => link(one.text, one.span.start, one.type))} />
      </Row>
      <Row name={review.encoding}>{document.encoding}</Row>
      <Row name={review.container}>{document.container}</Row>
    </dl>
  );
}

export function Facts(props: FactsProps) {
  const { part, on_show } = props;
  const { review } = useWords();
  const [open, set_open] = useState(false);
  const repairs = part.repairs.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className="facts">
      <Button size="small" onClick={() => set_open(true)}>
        {review.facts}
      </Button>
      <ul className="facts-list" aria-label={review.repairs}>
        <li className="facts-name">
          {repairs > 0 ? review.repairs_total(repairs) : review.repairs_none}
        </li>
        {part.repairs.map((one) => (
          <li key={one.code}>
            <Tag>
              {one.label} <b className="number">{one.count}</b>
            </Tag>
          </li>
        ))}
      </ul>
      {part.warnings.length === 0 ? null : (
        <ul className="facts-list facts-warnings" aria-label={review.warnings}>
          {part.warnings.map((one) => (
            <li key={`${one.code}.${one.clean.start}`}>
              <button type="button" onClick={() => on_show(one.clean.start)}>
                <WarningFilled aria-hidden="true" /> {one.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Drawer open={open} onClose={() => set_open(false)} title={review.facts} size={440}>
        <Details
          {...props}
          on_show={(character) => {
            set_open(false);
            on_show(character);
          }}
        />
      </Drawer>
    </div>
  );
}
