// The tasks that wait for me, most urgent first as the server orders them.
import { CheckCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { session_query } from "@/api/queries";
import type { Session, TaskRow, Workbench } from "@/api/shapes";
import { useWords } from "@/messages";
import { due_words } from "@/parts/due-words";
import { Flags } from "@/parts/flags";
import { Light } from "@/parts/light";
import { Nothing } from "@/parts/nothing";
import { StateTag } from "@/parts/state-tag";
import { from_here } from "@/parts/way-back";

function Item({ row, as_of }: { row: TaskRow; as_of: string }) {
  const { ledger } = useWords();
  return (
    <li>
      <Link to={`/ledger/${row.id}`} state={from_here} className={`waiting waiting-${row.light}`}>
        <span className="waiting-light">
          <Light light={row.light} />
        </span>
        <span className="waiting-main">
          <span className="waiting-text">{row.text}</span>
          {row.owner ? (
            <span className="waiting-source">
              {row.owner.unit_name} {row.owner.post_title}
            </span>
          ) : null}
          <span className="waiting-source">{row.source_title}</span>
        </span>
        <span className="waiting-side">
          <StateTag state={row.state} />
          <Flags row={row} />
          <span className="number">
            {row.due ?? ledger.undated}
            {row.due ? <em>{due_words(row, as_of, ledger)}</em> : null}
          </span>
        </span>
      </Link>
    </li>
  );
}

type Role = Session["roles"][number];

/** What a role's list is in the ledger; who has several roles gets the whole of it. */
const among: Partial<Record<Role, string>> = {
  executor: "?mine=1&state=assigned",
  directive: "?state=confirmed&state=verified",
  supervisor: "?state=reported",
  leader: "?overdue=1",
};

function useAll(): string {
  const roles = useQuery(session_query()).data?.roles ?? [];
  const lists = roles.flatMap((role) => among[role] ?? []);
  return `/ledger${lists.length === 1 ? lists[0] : ""}`;
}

export function Waiting({ bench }: { bench: Workbench }) {
  const { workbench } = useWords();
  const all = useAll();
  if (bench.waiting.length === 0) {
    return (
      <Nothing
        title={workbench.waiting_none}
        more={workbench.waiting_none_more}
        icon={<CheckCircleOutlined />}
      />
    );
  }
  return (
    <>
      <ul className="waiting-list">
        {bench.waiting.map((row) => (
          <Item key={row.id} row={row} as_of={bench.as_of} />
        ))}
      </ul>
      {bench.waiting_total > bench.waiting.length ? (
        <Link className="waiting-more" to={all}>
          {workbench.waiting_more(bench.waiting_total)}
        </Link>
      ) : null}
    </>
  );
}
