// What is known of one task in the tree: facts, the four figures, the gaps.
import { Tag } from "antd";
import type { TreeRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { StateTag } from "@/parts/state-tag";

export const amount_of = (row: TreeRow): string =>
  row.target ? `${row.target.amount}${row.target.unit}` : "";

export function NodeFacts({ row }: { row: TreeRow }) {
  const words = useWords();
  const { task } = row;
  const owner = task.owner ? `${task.owner.unit_name} ${task.owner.post_title}` : "";
  return (
    <dl className="tree-facts">
      <div>
        <dt>{words.tree.state}</dt>
        <dd>
          <Light light={task.light} /> <StateTag state={task.state} />
        </dd>
      </div>
      <div>
        <dt>{words.tree.unit}</dt>
        <dd>{owner || words.ledger.unassigned}</dd>
      </div>
      <div>
        <dt>{words.tree.target}</dt>
        <dd>
          {amount_of(row) || "—"}
          {row.parts_sum ? (
            <span className="muted"> {words.tree.parts_sum(row.parts_sum)}</span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{words.tree.due}</dt>
        <dd className="number">{task.due ?? words.ledger.undated}</dd>
      </div>
      {row.standard ? (
        <div>
          <dt>{words.tree.standard}</dt>
          <dd>{row.standard}</dd>
        </div>
      ) : null}
      {row.split_reason ? (
        <div>
          <dt>{words.tree.target}</dt>
          <dd>{words.tree.split_reason(row.split_reason)}</dd>
        </div>
      ) : null}
    </dl>
  );
}

const dones = ["reported", "verified", "struck_off", "held"] as const;

/** Self-reported, verified, struck off, held: beside each other, never added. */
export function FourFigures({ row }: { row: TreeRow }) {
  const { tree } = useWords();
  const { figures } = row;
  return (
    <section aria-label={tree.figures} className="four">
      <dl>
        <div>
          <dt>{tree.leaves}</dt>
          <dd className="number">{figures.leaves.toLocaleString()}</dd>
        </div>
        {dones.map((name) => (
          <div key={name} className={`four-${name}`}>
            <dt>{tree[name]}</dt>
            <dd className="number">
              {figures[name].toLocaleString()}
              {row.target ? (
                <span className="muted">
                  {figures[`done_${name}`]}
                  {row.target.unit}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
        <div className="four-overdue">
          <dt>{tree.overdue}</dt>
          <dd className="number">{figures.overdue.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{tree.unowned}</dt>
          <dd className="number">{figures.unowned.toLocaleString()}</dd>
        </div>
      </dl>
      <p>{tree.figures_note}</p>
    </section>
  );
}

export function Gaps({ row }: { row: TreeRow }) {
  const { tree } = useWords();
  if (row.gaps.length === 0) return <span className="muted">{tree.no_gaps}</span>;
  return (
    <span className="gaps">
      {row.gaps.map((gap) => (
        <Tag key={gap} color="gold">
          {tree.gap[gap]}
        </Tag>
      ))}
    </span>
  );
}
