// The rows of the ledger: a table where there is room, cards where there is not.
import { Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import type { TaskRow } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { due_words } from "@/parts/due-words";
import { Flags } from "@/parts/flags";
import { Light } from "@/parts/light";
import { StateTag } from "@/parts/state-tag";
import { WideHint } from "@/parts/wide-hint";

export interface RowsProps {
  rows: TaskRow[];
  as_of: string;
  /** The filters, kept while a task is open. */
  search: string;
}

function task_address(row: TaskRow, search: string): string {
  return `/ledger/${row.id}${search === "" ? "" : `?${search}`}`;
}

function Clock({ row }: { row: TaskRow }) {
  const { task } = useWords();
  return (
    <span className="row-clock">
      <Light light={row.light} />
      {row.was_late && row.light !== "overdue" ? <span>{task.was_late}</span> : null}
    </span>
  );
}

function Owner({ row }: { row: TaskRow }) {
  const { ledger } = useWords();
  if (row.owner) {
    return (
      <>
        <div>{row.owner.unit_name}</div>
        <div className="row-more">{row.owner.post_title}</div>
      </>
    );
  }
  return (
    <>
      <div>{ledger.unassigned}</div>
      {row.proposed_owner ? (
        <div className="row-more">{ledger.proposed_owner(row.proposed_owner)}</div>
      ) : null}
    </>
  );
}

function Due({ row, as_of }: { row: TaskRow; as_of: string }) {
  const { ledger } = useWords();
  const far = due_words(row, as_of, ledger);
  return (
    <>
      <div className="number">
        {row.due ?? ledger.undated}
        {far ? <span className={`row-far row-far-${row.light}`}>{far}</span> : null}
      </div>
      {row.deadline_text ? (
        <div className="row-more">{ledger.as_written(row.deadline_text)}</div>
      ) : null}
      {row.recurrence ? <div className="row-more">{row.recurrence}</div> : null}
    </>
  );
}

function State({ row }: { row: TaskRow }) {
  return (
    <span className="row-state">
      <StateTag state={row.state} />
      <Flags row={row} />
    </span>
  );
}

function Source({ row }: { row: TaskRow }) {
  return (
    <Link to={`/documents/${row.document}?task=${row.id}`} className="row-source">
      {row.source_title}
    </Link>
  );
}

function columns_of(
  { ledger, app }: Words,
  as_of: string,
  search: string,
): TableColumnsType<TaskRow> {
  return [
    { title: ledger.light, width: 96, render: (_, row) => <Clock row={row} /> },
    {
      title: ledger.task,
      render: (_, row) => (
        <>
          <Link to={task_address(row, search)} className="row-text">
            {row.text}
          </Link>
          <div className="row-more">{app.list(row.domains)}</div>
        </>
      ),
    },
    { title: ledger.source, width: 200, render: (_, row) => <Source row={row} /> },
    { title: ledger.owner, width: 170, render: (_, row) => <Owner row={row} /> },
    { title: ledger.due, width: 180, render: (_, row) => <Due row={row} as_of={as_of} /> },
    { title: ledger.state, width: 116, render: (_, row) => <State row={row} /> },
  ];
}

export function LedgerTable({ rows, as_of, search }: RowsProps) {
  const words = useWords();
  return (
    <WideHint columns={6}>
      <Table<TaskRow>
        className="ledger-table"
        rowKey="id"
        columns={columns_of(words, as_of, search)}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1040 }}
      />
    </WideHint>
  );
}

export function LedgerCards({ rows, as_of, search }: RowsProps) {
  return (
    <ul className="ledger-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="ledger-card-head">
            <Clock row={row} />
            <State row={row} />
          </div>
          <Link to={task_address(row, search)} className="row-text">
            {row.text}
          </Link>
          <div className="ledger-card-foot">
            <div>
              <Owner row={row} />
            </div>
            <div>
              <Due row={row} as_of={as_of} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
