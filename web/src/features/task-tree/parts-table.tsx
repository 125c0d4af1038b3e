// The direct parts of a task, each with the figures of everything below it.
import { Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import type { TreeRow } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Light } from "@/parts/light";
import { StateTag } from "@/parts/state-tag";
import { from_here } from "@/parts/way-back";
import { amount_of, Gaps } from "./node";

function Unit({ row }: { row: TreeRow }) {
  const { ledger, app } = useWords();
  const { task } = row;
  return (
    <>
      <Link to={`/tree/${task.id}`}>{task.owner?.unit_name ?? ledger.unassigned}</Link>
      <div className="row-more">{task.owner?.post_title}</div>
      {row.helpers.length > 0 ? (
        <div className="row-more">{app.list(row.helpers.map((one) => one.unit_name))}</div>
      ) : null}
    </>
  );
}

type Done = "reported" | "verified" | "struck_off" | "held";

const count = (title: string, name: Done) => ({
  title,
  width: 76,
  align: "right" as const,
  render: (_: unknown, row: TreeRow) => (
    <span className="number">
      {row.figures[name].toLocaleString()}
      {row.target ? <div className="row-more">{row.figures[`done_${name}`]}</div> : null}
    </span>
  ),
});

function columns_of({ tree, ledger }: Words): TableColumnsType<TreeRow> {
  return [
    { title: tree.unit, width: 190, render: (_, row) => <Unit row={row} /> },
    {
      title: ledger.task,
      render: (_, row) => (
        <>
          <Link to={`/ledger/${row.task.id}`} state={from_here}>{row.task.text}</Link>
          <div className="row-more">{row.standard}</div>
        </>
      ),
    },
    {
      title: tree.target,
      width: 110,
      render: (_, row) => (
        <>
          {amount_of(row) || "—"}
          {row.parts_sum ? <div className="row-more">{tree.parts_sum(row.parts_sum)}</div> : null}
        </>
      ),
    },
    {
      title: tree.due,
      width: 120,
      render: (_, row) => (
        <>
          <Light light={row.task.light} />
          <div className="row-more number">{row.task.due ?? ledger.undated}</div>
        </>
      ),
    },
    { title: tree.state, width: 118, render: (_, row) => <StateTag state={row.task.state} /> },
    {
      title: tree.leaves, width: 84, align: "right",
      render: (_, row) => <span className="number">{row.figures.leaves.toLocaleString()}</span>,
    },
    count(tree.reported, "reported"),
    count(tree.verified, "verified"),
    count(tree.struck_off, "struck_off"),
    count(tree.held, "held"),
    {
      title: tree.gaps, width: 130,
      render: (_, row) => (
        <>
          <Gaps row={row} />
          {row.figures.unowned > 0 ? (
            <div className="row-more">
              {tree.unowned} {row.figures.unowned.toLocaleString()}
            </div>
          ) : null}
        </>
      ),
    },
  ];
}

export function PartsTable({ parts }: { parts: TreeRow[] }) {
  const words = useWords();
  return (
    <Table<TreeRow>
      className="parts-table"
      rowKey={(row) => row.task.id}
      columns={columns_of(words)}
      dataSource={parts}
      pagination={false}
      size="middle"
      scroll={{ x: 1240 }}
    />
  );
}
