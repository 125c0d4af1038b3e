// What is known of a problem: its plan, its judgement, where it went on, what it was merged from.
import { Tag } from "antd";
import { Link } from "react-router";
import type { ProblemCase, ProblemJudgement } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Light } from "@/parts/light";
import { Panel } from "@/parts/panel";

/** The problem that this one went on in, and those that went on in it. */
function Lineages({ one }: { one: ProblemCase }) {
  const { problems } = useWords();
  const into = one.merged_into;
  return (
    <>
      {into ? (
        <p className="lineages">
          {problems.merged_into} <Link to={`/problems/${into.id}`}>{into.text}</Link> {into.on}
        </p>
      ) : null}
      {one.absorbed.map((each) => (
        <p key={each.id} className="lineages">
          {problems.absorbed} <Link to={`/problems/${each.id}`}>{each.text}</Link> {each.on}
        </p>
      ))}
    </>
  );
}

function judged(one: ProblemJudgement, problems: Words["problems"]): string {
  return [
    problems.findings[one.finding], one.nature, one.difficulty, one.unit, one.reason, one.on,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function stood_still(one: ProblemCase, words: Words["suspend"]): string {
  const still = one.suspension;
  if (!still) return "";
  const why = words.why(words.grounds[still.ground], still.reason);
  return words.told(still.from, still.until, words.clocks[still.clock], why);
}

/** Before it can be listed, as far as this reader may do either. */
function to_be_judged({ open, judgement }: ProblemCase): boolean {
  return open.includes("judge") && !open.includes("list") && judgement === null;
}

export function Facts({ one }: { one: ProblemCase }) {
  const { problems, suspend } = useWords();
  const { row } = one;
  const facts: Array<[string, string]> = [
    [problems.list, row.list ? `${one.list_name} ${row.number}` : ""],
    [problems.source, row.source],
    [problems.owner, row.owner ? `${row.owner.unit_name} ${row.owner.post_title}` : ""],
    [problems.due, row.due ?? ""],
    [problems.plan, row.branch ? problems.branch[row.branch] : ""],
    [problems.measure, one.measure],
    [problems.cause, one.cause],
    [problems.supervision, one.supervision],
    [problems.target, one.target],
    [problems.judged, one.judgement ? judged(one.judgement, problems) : ""],
    [problems.suspended, stood_still(one, suspend)],
    [problems.past_dues, one.past_dues.join(" · ")],
    [
      problems.waiting_delay,
      one.extension ? problems.asked_delay(one.extension.due, one.extension.reason) : "",
    ],
  ];
  return (
    <div className="problems-inside">
      <div className="problem-tags">
        <Light light={row.light} />
        <Tag className="problem-state">
          {to_be_judged(one) ? problems.to_judge : problems.states[row.state]}
        </Tag>
        {row.to_resume && one.suspension ? (
          <Tag color="orange">{problems.to_resume(one.suspension.until)}</Tag>
        ) : null}
        {row.was_late ? <Tag color="red">{problems.was_late}</Tag> : null}
        {row.focused ? <Tag color="red">{problems.focused}</Tag> : null}
        {row.reopened > 0 ? <Tag color="red">{problems.reopened(row.reopened)}</Tag> : null}
      </div>
      <dl className="problem-facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Lineages one={one} />
      {one.stages.length > 0 ? (
        <ol className="problem-stages">
          {one.stages.map((stage) => (
            <li key={`${stage.due}${stage.text}`}>
              {stage.text} · {stage.due} · {stage.sign}
              {stage.done_on ? <Tag>{problems.stage_done(stage.done_on)}</Tag> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

export function Lineage({ one }: { one: ProblemCase }) {
  const { problems } = useWords();
  if (one.raw.length === 0) return null;
  return (
    <Panel title={problems.lineage}>
      <ul className="raw problems-inside">
        {one.raw.map((remark) => (
          <li key={remark.id}>
            <span className="raw-kind">{problems.raw_of(remark.kind)}</span> {remark.text}
            <div className="muted">
              {problems.raw_from(remark.group, remark.place, remark.said_by)}
            </div>
            {remark.told ? (
              <div className="muted">
                {problems.told(
                  remark.told.on, remark.told.by, remark.told.way, remark.told.answer,
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
