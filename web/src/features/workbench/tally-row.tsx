// The tasks of my area by state. Each number opens what it counts; the four dones stay apart.
import { Link } from "react-router";
import type { Tally } from "@/api/shapes";
import { useWords } from "@/messages";
import { steps_of_life } from "@/parts/state-tag";

function address_of(name: keyof Tally): string {
  return name === "overdue" ? "/ledger?overdue=1" : `/ledger?state=${name}`;
}

function Figure({ name, value }: { name: keyof Tally; value: number }) {
  const { states, workbench } = useWords();
  return (
    <Link
      to={address_of(name)}
      className={`tally tally-${name} ${value === 0 ? "tally-zero" : ""}`}
    >
      <span className="tally-name">{states[name]}</span>
      <span className="tally-value number">{value.toLocaleString()}</span>
      <span className="visually-hidden">{workbench.open_ledger}</span>
    </Link>
  );
}

export function TallyRow({ tally }: { tally: Tally }) {
  const { workbench } = useWords();
  return (
    <section className="tally-area" aria-labelledby="tally-area">
      <h2 id="tally-area">
        {workbench.area}
        <small>{workbench.tally_note}</small>
      </h2>
      <div className="tally-row">
        <ol className="tally-flow">
          {steps_of_life.map((name) => (
            <li key={name}>
              <Figure name={name} value={tally[name]} />
            </li>
          ))}
        </ol>
        {tally.objected > 0 ? <Figure name="objected" value={tally.objected} /> : null}
        <div className="tally-late">
          <Figure name="overdue" value={tally.overdue} />
          <span>{workbench.overdue_note}</span>
        </div>
      </div>
    </section>
  );
}
