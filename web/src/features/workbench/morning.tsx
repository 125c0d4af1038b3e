// What waits this morning, by its reason.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { morning_query } from "@/api/follow-queries";
import type { Morning as List } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { Panel } from "@/parts/panel";

function Sections({ list }: { list: List }) {
  const { reminders, ledger } = useWords();
  if (list.sections.length === 0 && list.problems.length === 0) {
    return <Nothing title={reminders.morning_none} />;
  }
  return (
    <div className="morning">
      {list.cut ? <p>{reminders.morning_cut}</p> : null}
      {list.sections.map((section) => (
        <section key={section.part} aria-label={reminders.part[section.part]}>
          <h3>
            {reminders.part[section.part]}{" "}
            <span className="number">{reminders.items(section.total)}</span>
          </h3>
          <ul>
            {section.rows.map((row) => (
              <li key={row.id}>
                <Light light={row.light} /> <Link to={`/ledger/${row.id}`}>{row.text}</Link>{" "}
                <span className="number">{row.due ?? ledger.undated}</span>
              </li>
            ))}
          </ul>
          {section.total > section.rows.length ? (
            <Link to="/ledger">{reminders.more_in_ledger(section.total)}</Link>
          ) : null}
        </section>
      ))}
      {list.problems.length > 0 ? (
        <section aria-label={reminders.problems}>
          <h3>{reminders.problems}</h3>
          <ul>
            {list.problems.map((row) => (
              <li key={row.id}>
                <Light light={row.light} /> <Link to={`/problems/${row.id}`}>{row.text}</Link>{" "}
                <span className="number">{row.due}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

export function Morning() {
  const { reminders } = useWords();
  const query = useQuery(morning_query());
  return (
    <Panel title={reminders.morning} aside={query.data?.as_of}>
      <Loaded query={query}>{(list) => <Sections list={list} />}</Loaded>
    </Panel>
  );
}
