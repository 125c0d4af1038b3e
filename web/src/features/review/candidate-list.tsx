// The drafted tasks of one part, with the batch at the top.
import { Button, Checkbox, Segmented } from "antd";
import { Link } from "react-router";
import type { Candidate } from "@/api/shapes";
import { useWords } from "@/messages";
import { LazyList } from "@/parts/lazy-list";
import { Nothing } from "@/parts/nothing";
import type { Characters } from "@/parts/text/characters";
import { CandidateCard, type CardActs } from "./candidate-card";
import type { Filter, Review } from "./use-review";

interface CandidateListProps {
  review: Review;
  acts: CardActs;
  characters: Characters;
  /** Numbers that are being decided. */
  busy: ReadonlySet<number>;
  confirm_ticked: () => void;
  draft_key: string;
}

function Batch({ review, confirm_ticked, busy }: CandidateListProps) {
  const words = useWords().review;
  const open = review.shown.filter((one) => one.state === "proposed");
  const ticked = open.filter((one) => review.ticked.has(one.number)).length;
  if (open.length === 0) return null;
  return (
    <div className="list-batch">
      <Checkbox
        checked={ticked === open.length}
        indeterminate={ticked > 0 && ticked < open.length}
        onChange={(event) =>
          review.set_ticked(new Set(event.target.checked ? open.map((one) => one.number) : []))
        }
      >
        {words.select_all}
      </Checkbox>
      <Button
        size="small"
        type="primary"
        disabled={ticked === 0}
        loading={busy.size > 1}
        onClick={confirm_ticked}
      >
        {words.confirm_selected(ticked)}
      </Button>
    </div>
  );
}

function ListHead({ review }: { review: Review }) {
  const words = useWords().review;
  const all = review.of_part;
  const count = (state: Filter) =>
    state === "all" ? all.length : all.filter((one) => one.state === state).length;
  const names: Array<[Filter, string]> = [
    ["all", words.all_states],
    ["proposed", words.states.proposed],
    ["confirmed", words.states.confirmed],
    ["rejected", words.states.rejected],
  ];
  return (
    <Segmented<Filter>
      block
      size="small"
      value={review.filter}
      onChange={review.set_filter}
      options={names.map(([value, name]) => ({ value, label: `${name} ${count(value)}` }))}
    />
  );
}

const card_height = 240;

function Card(props: CandidateListProps & { candidate: Candidate }) {
  const { candidate, review, acts, characters, busy, draft_key } = props;
  const edit = review.edit_of(candidate.number);
  const active = candidate.number === review.active;
  return (
    <CandidateCard
      candidate={candidate}
      text={edit.span ? characters.slice(edit.span.start, edit.span.end) : candidate.text}
      length={characters.length}
      edit={edit}
      active={active}
      mode={active ? review.mode : "read"}
      ticked={review.ticked.has(candidate.number)}
      busy={busy.has(candidate.number)}
      acts={acts}
      draft_key={draft_key}
    />
  );
}

export function CandidateList(props: CandidateListProps) {
  const { review } = props;
  const words = useWords().review;
  if (review.of_part.length === 0) {
    return <Nothing title={words.no_candidates} more={words.no_candidates_more} />;
  }
  const undecided = review.document.candidates.some((one) => one.state === "proposed");
  return (
    <div className="list">
      <div className="list-head">
        <ListHead review={review} />
        <Batch {...props} />
        {undecided ? null : (
          <div className="list-done" role="status">
            {words.all_decided} ·{" "}
            <Link to={`/ledger?document=${review.document.summary.id}`}>{words.to_ledger}</Link>
          </div>
        )}
      </div>
      <LazyList
        className="list-cards"
        items={review.shown}
        pinned={review.shown.find((one) => one.number === review.active)}
        height={card_height}
      >
        {(candidate) => <Card key={candidate.number} {...props} candidate={candidate} />}
      </LazyList>
    </div>
  );
}
