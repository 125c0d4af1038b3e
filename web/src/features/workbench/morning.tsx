// What waits this morning, by its reason.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { morning_query } from "@/api/follow-queries";
import { session_query } from "@/api/queries";
import type { Morning as List } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { Panel } from "@/parts/panel";

/** The rows of a section; of those that the ledger cannot tell apart, what they are among. */
function address_of(part: List["sections"][number]["part"], division: string): string {
  const own = "/ledger?mine=1&state=assigned";
  switch (part) {
    case "returned": return `${own}&mark=returned`;
    case "late": return `${own}&overdue=1`;
    case "verify": return `/ledger?division=${division}&state=reported`;
    case "look_back": return `/ledger?division=${division}&mark=look_back`;
    case "sign":
    case "due_soon":
    case "period": return own;
  }
}

function Sections({ list }: { list: List }) {
  const { reminders, ledger } = useWords();
  const division = useQuery(session_query()).data?.division ?? "";
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
            <Link to={address_of(section.part, division)}>
              {reminders.more_in_ledger(section.total)}
            </Link>
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
