// How far a matter has come: its course from receipt to the archive, its measures, its record.
import { Tag, Timeline } from "antd";
import { Link } from "react-router";
import type { Conveyance, ConveyanceCase } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { Panel } from "@/parts/panel";
import { StateTag } from "@/parts/state-tag";
import { from_here } from "@/parts/way-back";
import { time_words } from "./conveyance-words";

/** The states behind each other; what is withdrawn came no further than its pool. */
const order = [
  "received", "pooled", "conveyed", "decided", "broken_down", "looked_back", "archived",
] as const;

function reached(row: Conveyance, state: (typeof order)[number]): boolean {
  if (row.state === "withdrawn") return state === "received";
  if (state === "conveyed") return row.conveyed_on !== null;
  return order.indexOf(row.state) >= order.indexOf(state);
}

export function Course({ one }: { one: ConveyanceCase }) {
  const words = useWords();
  const { conveyances } = words;
  const { row } = one;
  const steps = [
    { key: "received", done: true, note: row.received_on },
    { key: "pooled", done: reached(row, "pooled"), note: row.planned_meeting },
    { key: "conveyed", done: reached(row, "conveyed"), note: time_words(row, words) },
    {
      key: "decided", done: row.measure_count > 0,
      note: conveyances.measures_count(row.measure_count),
    },
    {
      key: "broken_down", done: row.measure_count > 0 && row.settled === row.measure_count,
      note: conveyances.closed_of(row.settled, row.measure_count),
    },
    {
      key: "covered", done: row.covered,
      note: conveyances.reach_of(row.reach.persons_reached, row.reach.persons),
    },
    {
      key: "closed", done: reached(row, "broken_down") && row.closed === row.tasks,
      note: conveyances.closed_of(row.closed, row.tasks),
    },
    { key: "looked_back", done: reached(row, "looked_back"), note: "" },
    { key: "archived", done: row.state === "archived", note: "" },
  ] as const;
  return (
    <Panel title={conveyances.course} aside={conveyances.states[row.state]}>
      <div className="sources-inside">
        <ol className="conveyance-course">
          {steps.map(({ key, done, note }) => (
            <li key={key} className={done ? "is-done" : ""}>
              <b>{conveyances.course_steps[key]}</b>
              <span className="muted">{done ? conveyances.done : conveyances.not_yet}</span>
              <span className="muted">{note}</span>
            </li>
          ))}
        </ol>
        {one.meetings.map((each) => (
          <Link key={each.id} to={`/sources/meeting/${each.id}`}>
            {each.held_on} {each.name}
          </Link>
        ))}
        {row.source && row.source_kind ? (
          <Link to={`/sources/${row.source_kind}/${row.source}`}>{conveyances.source}</Link>
        ) : null}
      </div>
    </Panel>
  );
}

export function Measures({ one }: { one: ConveyanceCase }) {
  const { conveyances } = useWords();
  if (one.measures.length === 0) return null;
  return (
    <Panel
      title={conveyances.measures}
      aside={conveyances.proposed(one.proposed_by, one.decided_at)}
    >
      <div className="sources-inside">
        <ol>
          {one.measures.map((each) => (
            <li key={each.number}>
              {each.text} · {each.unit}{" "}
              {each.tasks.length === 0 ? (
                <Tag>{each.exempt ? conveyances.exempt(each.exempt) : conveyances.no_task}</Tag>
              ) : null}
              {one.orders
                .filter((task) => each.tasks.includes(task.id))
                .map((task) => (
                  <div key={task.id}>
                    <Light light={task.light} /> <StateTag state={task.state} />{" "}
                    <Link to={`/ledger/${task.id}`} state={from_here}>{task.text}</Link>
                  </div>
                ))}
            </li>
          ))}
        </ol>
        {one.hidden > 0 ? <p className="muted">{conveyances.hidden(one.hidden)}</p> : null}
      </div>
    </Panel>
  );
}

export function CourseRecord({ one }: { one: ConveyanceCase }) {
  const { conveyances } = useWords();
  return (
    <Panel title={conveyances.record}>
      <div className="sources-inside">
        <Timeline
          items={one.steps.map((step, index) => ({
            key: `${index}`,
            content: (
              <div>
                <b>{step.label}</b> <span className="number">{step.on}</span>{" "}
                <span className="muted">
                  {step.post_title} {step.officer}
                </span>
                <p>{step.text}</p>
              </div>
            ),
          }))}
        />
      </div>
    </Panel>
  );
}
