// One drafted task: what was found, and accepting, rejecting or editing it.
import {
  CheckOutlined, CloseOutlined, EditOutlined, MergeCellsOutlined, ScissorOutlined,
} from "@ant-design/icons";
import { Button, Checkbox, Tag } from "antd";
import { memo, useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Candidate } from "@/api/shapes";
import { useWords } from "@/messages";
import { SpanEditor } from "./span-editor";
import { RejectForm } from "./reject-form";
import { SplitForm } from "./split-form";
import type { Edit, Mode } from "./use-review";

export interface CardActs {
  choose: (number: number, mode?: Mode) => void;
  tick: (number: number, on: boolean) => void;
  confirm: (number: number) => void;
  reject: (number: number, reason: string) => void;
  edit: (number: number, edit: Edit | undefined) => void;
  locate: (number: number) => void;
  /** In two, at a character of the part's clean text. */
  split: (number: number, at: number) => void;
  /** With the one that follows in the text. */
  merge: (number: number) => void;
  /** A rejection taken back. */
  reopen: (number: number) => void;
}

interface CandidateCardProps {
  candidate: Candidate;
  text: string;
  length: number;
  edit: Edit;
  active: boolean;
  mode: Mode;
  ticked: boolean;
  busy: boolean;
  acts: CardActs;
  draft_key: string;
}

function Confidence({ value }: { value: number }) {
  const { review } = useWords();
  return (
    <span className="confidence">
      {review.confidence} {review.confidence_words(value)}
      <span className="confidence-bar" aria-hidden="true">
        <i style={{ width: `${value}%` }} />
      </span>
      <span className="number">{value}%</span>
    </span>
  );
}

function Found({ candidate }: { candidate: Candidate }) {
  const { review, app } = useWords();
  const { deadline } = candidate;
  const rows: Array<[string, string]> = [
    [review.actor, app.list(candidate.actors) || review.actor_none],
    [
      review.deadline,
      deadline
        ? [
            deadline.text,
            deadline.due ? review.due(deadline.due) : review.undated(deadline.normal),
            deadline.inferred_year ? review.inferred_year : "",
          ]
            .filter(Boolean)
            .join(" · ")
        : review.deadline_none,
    ],
    [review.recurrence, candidate.recurrence ?? ""],
    [review.quantities, app.list(candidate.quantities)],
    [review.owner, candidate.proposed_owner ?? ""],
    [review.reason, candidate.reason],
  ];
  return (
    <dl className="found">
      {rows.map(([name, value]) =>
        value === "" ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Outcome({ candidate, busy, acts }: CandidateCardProps) {
  const { review } = useWords();
  if (candidate.state === "confirmed") {
    return (
      <div className="card-outcome">
        {candidate.task ? <Link to={`/ledger/${candidate.task}`}>{review.open_task}</Link> : null}
      </div>
    );
  }
  return (
    <div className="card-outcome">
      {review.rejected_because(candidate.rejection)}{" "}
      <Button
        size="small"
        type="link"
        loading={busy}
        onClick={() => acts.reopen(candidate.number)}
      >
        {review.reopen}
      </Button>
    </div>
  );
}

function Acts({ candidate, edit, busy, acts }: CandidateCardProps) {
  const { review } = useWords();
  const edited = edit.span !== undefined || edit.due !== undefined;
  return (
    <div className="card-acts">
      <Button
        type="primary"
        size="small"
        icon={<CheckOutlined />}
        loading={busy}
        onClick={() => acts.confirm(candidate.number)}
      >
        {edited ? review.confirm_edited : review.accept}
      </Button>
      <Button
        size="small"
        icon={<EditOutlined />}
        onClick={() => acts.choose(candidate.number, "edit")}
      >
        {review.edit}
      </Button>
      <Button
        size="small"
        icon={<ScissorOutlined />}
        onClick={() => acts.choose(candidate.number, "split")}
      >
        {review.split}
      </Button>
      <Button
        size="small"
        icon={<MergeCellsOutlined />}
        onClick={() => acts.merge(candidate.number)}
      >
        {review.merge}
      </Button>
      <Button
        size="small"
        icon={<CloseOutlined />}
        onClick={() => acts.choose(candidate.number, "reject")}
      >
        {review.reject}
      </Button>
      {edited ? <span className="card-edited">{review.edited}</span> : null}
    </div>
  );
}

function CardHead({ candidate, ticked, acts }: CandidateCardProps) {
  const { review } = useWords();
  return (
    <div className="card-head">
      {candidate.state === "proposed" ? (
        <Checkbox
          checked={ticked}
          aria-label={review.select(candidate.number)}
          onChange={(event) => acts.tick(candidate.number, event.target.checked)}
        />
      ) : null}
      <button
        type="button"
        className="card-number"
        aria-label={`${review.locate} ${candidate.number}`}
        onClick={() => acts.locate(candidate.number)}
      >
        {candidate.number}
      </button>
      <Tag color={candidate.kind === "action" ? "blue" : "purple"}>
        {review.kinds[candidate.kind]}
      </Tag>
      {candidate.domains.map((domain) => (
        <Tag key={domain}>{domain}</Tag>
      ))}
      <span className={`card-state card-state-${candidate.state}`}>
        {review.states[candidate.state]}
      </span>
    </div>
  );
}

export const CandidateCard = memo(function CandidateCard(props: CandidateCardProps) {
  const { candidate, text, edit, active, mode, acts, length, busy, draft_key } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) card.current?.scrollIntoView?.({ block: "nearest" });
  }, [active, mode]);
  const { number } = candidate;
  const open = candidate.state === "proposed";
  return (
    <li
      ref={card}
      className={`card card-${candidate.state} ${active ? "card-active" : ""}`}
      aria-current={active}
      data-card={number}
    >
      <CardHead {...props} />
      <p className="card-text">{text}</p>
      <Found candidate={candidate} />
      <Confidence value={candidate.confidence} />
      {open ? null : <Outcome {...props} />}
      {open && active && mode === "edit" ? (
        <SpanEditor
          number={number}
          edit={edit}
          span={edit.span ?? candidate.span}
          length={length}
          busy={busy}
          due={candidate.deadline?.due ?? null}
          acts={acts}
        />
      ) : null}
      {open && active && mode === "split" ? (
        <SplitForm
          number={number}
          text={candidate.text}
          start={candidate.span.start}
          busy={busy}
          acts={acts}
        />
      ) : null}
      {open && active && mode === "reject" ? (
        <RejectForm number={number} busy={busy} acts={acts} draft_key={draft_key} />
      ) : null}
      {open && !(active && mode !== "read") ? <Acts {...props} /> : null}
    </li>
  );
});
