// One page for a meeting, from what is there now; it prints as it stands.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { download } from "@/api/call";
import { briefing_query } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { Briefing, TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { useSaving } from "@/parts/use-saving";
import { from_here } from "@/parts/way-back";
import { late_address, open_address } from "./addresses";
import "./follow.css";

const dones = ["reported", "verified", "struck_off", "held"] as const;

function Figures({ page }: { page: Briefing }) {
  const { reminders } = useWords();
  const { tally, division } = page.lateness;
  const ledger = `/ledger?division=${division}`;
  return (
    <Panel title={reminders.dones}>
      <div className="follow-inside">
        <ul className="follow-dones">
          {dones.map((name) => (
            <li key={name}>
              <Link to={`${ledger}&state=${name}`}>
                <b className="number">{tally[name].toLocaleString()}</b>
                {reminders.done[name]}
              </Link>
            </li>
          ))}
        </ul>
        <ul className="follow-figures">
          <li>
            <Link to={`${ledger}&state=assigned`}>{reminders.assigned_count(tally.assigned)}</Link>
          </li>
          <li>
            <Link to={`${ledger}&state=confirmed`}>
              {reminders.confirmed_count(tally.confirmed)}
            </Link>
          </li>
          <li>
            <Link to={`${ledger}&overdue=1`}>{reminders.overdue_count(tally.overdue)}</Link>
          </li>
        </ul>
        <ul className="follow-figures">
          <li>
            <Link to={`${ledger}&mark=returned`}>
              {reminders.returned_line(page.returned_total)}
            </Link>
          </li>
          <li>
            <Link to={`${ledger}&mark=look_back`}>{reminders.look_back_line(page.look_backs)}</Link>
          </li>
        </ul>
      </div>
    </Panel>
  );
}

function Levels({ page }: { page: Briefing }) {
  const { reminders } = useWords();
  if (page.lateness.below.length === 0) return null;
  return (
    <Panel title={reminders.late_below}>
      <div className="follow-inside follow-levels">
        {page.lateness.below.map((row) => (
          <p key={row.division}>
            <Link to={`/briefing?division=${row.division}`}>{row.name}</Link>
            {" · "}
            <Link to={late_address(row.division)}>{reminders.late_rows(row.late)}</Link>
            {" · "}
            <Link to={open_address(row.division)}>{reminders.open_rows(row.open)}</Link>
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Tasks({ title, rows }: { title: string; rows: TaskRow[] }) {
  const { reminders, ledger } = useWords();
  return (
    <Panel title={title}>
      <div className="follow-inside">
        {rows.length === 0 ? <p className="muted">{reminders.none}</p> : null}
        {rows.map((row) => (
          <p key={row.id}>
            <Light light={row.light} />{" "}
            <Link to={`/ledger/${row.id}`} state={from_here}>{row.text}</Link>{" "}
            <span className="muted">
              {row.owner?.unit_name ?? ledger.unassigned} {row.due ?? ledger.undated}
            </span>
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Focused({ page }: { page: Briefing }) {
  const { reminders, problems } = useWords();
  return (
    <Panel
      title={reminders.focused}
      aside={
        <Link to={`/problems/rows?focused=1&division=${page.lateness.division}`}>
          {reminders.focused_all}
        </Link>
      }
    >
      <div className="follow-inside">
        {page.problems.length === 0 ? <p className="muted">{reminders.none}</p> : null}
        {page.problems.map((row) => (
          <p key={row.id}>
            <Link to={`/problems/${row.id}`}>{row.text}</Link>{" "}
            <span className="muted">{problems.states[row.state]}</span>
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Save({ page }: { page: Briefing }) {
  const { reminders } = useWords();
  const [busy, save] = useSaving();
  const { division, name, as_of } = page.lateness;
  return (
    <Button
      loading={busy}
      onClick={() =>
        void save(() =>
          download("exportBriefing", reminders.file(name, as_of), { query: { division } }),
        )
      }
    >
      {reminders.download}
    </Button>
  );
}

export default function BriefingPage() {
  const { reminders } = useWords();
  const [search] = useSearchParams();
  const query = useQuery(briefing_query(search.get("division") ?? ""));
  const actions = useQuery(session_query()).data?.actions ?? [];
  const page = query.data;
  return (
    <div className="follow">
      <PageHead
        title={page ? reminders.briefing_title(page.lateness.name) : reminders.briefing}
        intro={page ? `${page.unit} ${reminders.as_of(page.lateness.as_of)}` : undefined}
        actions={
          <>
            {page && actions.includes("export_ledger") ? <Save page={page} /> : null}
            <Button type="primary" onClick={() => window.print()}>
              {reminders.print}
            </Button>
          </>
        }
      />
      <Loaded query={query}>
        {(data) => (
          <>
            <Figures page={data} />
            <Levels page={data} />
            <Tasks title={reminders.late_tasks} rows={data.late} />
            <Tasks title={reminders.returned_tasks} rows={data.returned} />
            <Focused page={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}
