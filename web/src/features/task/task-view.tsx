// A task in full.
import { Alert, Tag } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Step, Task } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Flags } from "@/parts/flags";
import { Light } from "@/parts/light";
import { StateTag } from "@/parts/state-tag";
import { Absorbed } from "./absorbed";
import { Basis } from "./basis";
import { Course } from "./course";
import { NextStep } from "./next-step";

function Row({ name, children }: { name: string; children: ReactNode }) {
  if (children === "" || children === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is over without being done was struck off by nobody. */
const over_name = (state: Task["row"]["state"], words: Words["task"]): string =>
  state === "ended" || state === "merged" ? words.ended_on : words.closed_on;

function suspension_told(task: Task, words: Words["suspend"]) {
  const one = task.suspension;
  if (!one) return null;
  const why = words.why(words.grounds[one.ground], one.reason);
  return words.told(one.from, one.until, words.clocks[one.clock], why);
}

function objection_told(task: Task, words: Words["rulings"]) {
  const one = task.objection;
  if (!one) return null;
  const told = words.asked(one.on, one.reason);
  return one.proposed === "" ? told : words.also(told, words.proposes(one.proposed));
}

function Head({ task }: { task: Task }) {
  const words = useWords();
  const { row } = task;
  return (
    <header className="task-head">
      <div className="task-tags">
        <Light light={row.light} />
        <StateTag state={row.state} />
        {row.was_late && row.light !== "overdue" ? (
          <Tag color="red">{words.task.was_late}</Tag>
        ) : null}
        <Flags row={row} />
        {row.reopened > 0 ? <Tag color="red">{words.task.reopened(row.reopened)}</Tag> : null}
        {row.urged > 0 ? <Tag>{words.task.urged(row.urged)}</Tag> : null}
        <Tag>{words.review.kinds[row.kind]}</Tag>
        {row.domains.map((domain) => (
          <Tag key={domain}>{domain}</Tag>
        ))}
      </div>
      <h2>{row.text}</h2>
      <p>
        {words.task.from(row.source_title)}{" "}
        <Link
          to={
            `/documents/${row.document}?task=${row.id}` +
            `&part=${task.part}&start=${task.span.start}`
          }
        >
          {words.task.in_text}
        </Link>
        {row.parts > 0 || row.parent ? (
          <>
            {" · "}
            <Link to={`/tree/${row.id}`}>{words.task.open_tree}</Link>
          </>
        ) : null}
      </p>
    </header>
  );
}

function Facts({ task }: { task: Task }) {
  const words = useWords();
  const { row } = task;
  return (
    <dl className="task-facts">
      <Row name={words.task.owner}>
        {row.owner
          ? `${row.owner.unit_name} · ${row.owner.post_title}`
          : `${words.ledger.unassigned}${
              row.proposed_owner ? ` · ${words.ledger.proposed_owner(row.proposed_owner)}` : ""
            }`}
      </Row>
      <Row name={words.task.issuer}>{row.issuer}</Row>
      <Row name={words.task.due}>{row.due ?? words.ledger.undated}</Row>
      <Row name={words.task.deadline_text}>{row.deadline_text}</Row>
      <Row name={words.task.recurrence}>{row.recurrence}</Row>
      <Row name={words.task.actors}>{words.app.list(task.actors)}</Row>
      <Row name={words.task.quantities}>{words.app.list(task.quantities)}</Row>
      <Row name={words.task.target}>
        {task.target ? `${task.target.amount}${task.target.unit}` : null}
      </Row>
      <Row name={words.task.done_so_far}>
        {task.done
          ? `${task.done}${task.target?.unit ?? ""} (${words.reminders.typed})`
          : null}
      </Row>
      <Row name={words.reminders.measured}>
        {task.measured ? (
          <Link to={`/indicators/${task.measured.id}?division=${row.owner?.division ?? ""}`}>
            {task.measured.amount}
            {task.measured.unit} {words.reminders.measured_words(task.measured.name)}
          </Link>
        ) : null}
      </Row>
      <Row name={words.reminders.asks}>
        {words.app.list(
          task.asks.map((one) => `${words.reminders.ask_kind[one.kind]} ${one.name}`),
        )}
      </Row>
      <Row name={words.task.standard}>{task.standard}</Row>
      <Row name={words.task.helpers}>
        {words.app.list(task.helpers.map((one) => `${one.unit_name} ${one.post_title}`))}
      </Row>
      <Row name={words.rulings.row}>{objection_told(task, words.rulings)}</Row>
      <Row name={words.rulings.overruled}>
        {task.overruled_on && !row.signed_on
          ? words.rulings.overruled_told(task.overruled_on)
          : null}
      </Row>
      <Row name={words.suspend.row}>{suspension_told(task, words.suspend)}</Row>
      <Row name={words.task.past_dues}>{words.app.list(task.past_dues)}</Row>
      <Row name={words.task.signed_on}>{row.signed_on}</Row>
      <Row name={words.task.look_back_on}>{row.look_back_on}</Row>
      <Row name={words.task.confirmed_on}>{row.confirmed_on}</Row>
      <Row name={words.task.reported_on}>{row.reported_on}</Row>
      <Row name={over_name(row.state, words.task)}>{row.closed_on}</Row>
    </dl>
  );
}

/** Why the work is on the table again, before everything else. */
function Returned({ step }: { step: Step }) {
  const { clerk } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      className="task-returned"
      title={clerk.returned_title(step.label, step.on)}
      description={
        <p>
          {clerk.returned_by(`${step.post_title} ${step.officer}`)}
          <b>{step.text}</b>
        </p>
      }
    />
  );
}

export function TaskView({ task, login }: { task: Task; login: string }) {
  return (
    <article className="task">
      <Head task={task} />
      {task.returned ? <Returned step={task.returned} /> : null}
      <Facts task={task} />
      <Basis id={task.row.id} />
      <Absorbed task={task} />
      <NextStep task={task} login={login} />
      <Course task={task} />
    </article>
  );
}
