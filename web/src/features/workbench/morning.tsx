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
import { from_here } from "@/parts/way-back";
import { SignButton } from "./sign-button";

/** The rows of a section; of those that the ledger cannot tell apart, what they are among. */
function address_of(part: List["sections"][number]["part"], division: string): string {
  const own = "/ledger?mine=1&state=assigned";
  switch (part) {
    case "returned": return `${own}&mark=returned`;
    case "late": return `${own}&overdue=1`;
    case "objection": return `/ledger?division=${division}&state=objected`;
    case "verify": return `/ledger?division=${division}&state=reported`;
    case "look_back": return `/ledger?division=${division}&mark=look_back`;
    case "sign":
    case "due_soon":
    case "period": return own;
  }
}

type Section = List["sections"][number];

/** How many rows of a section are shown; the ledger has the rest. */
const shown = 5;

/** What came back from others comes before what waits anyway. */
const in_order = (sections: readonly Section[]): Section[] => [
  ...sections.filter(({ part }) => part === "returned"),
  ...sections.filter(({ part }) => part !== "returned"),
];

function Overview({ sections }: { sections: readonly Section[] }) {
  const { clerk, reminders } = useWords();
  if (sections.length < 2) return null;
  return (
    <nav className="morning-parts" aria-label={clerk.parts}>
      {sections.map(({ part, total }) => (
        <a key={part} href={`#morning-${part}`} className={`morning-part morning-part-${part}`}>
          {reminders.part[part]} <b className="number">{total}</b>
        </a>
      ))}
    </nav>
  );
}

function Rows({ section }: { section: Section }) {
  const { reminders, ledger } = useWords();
  const division = useQuery(session_query()).data?.division ?? "";
  const rows = section.rows.slice(0, shown);
  return (
    <section aria-label={reminders.part[section.part]} id={`morning-${section.part}`}>
      <h3>
        {reminders.part[section.part]}{" "}
        <span className="number">{reminders.items(section.total)}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/ledger/${row.id}`} state={from_here}>{row.text}</Link>
            <span className="morning-more">
              <Light light={row.light} />
              <span className="number">{row.due ?? ledger.undated}</span>
              {section.part === "sign" ? <SignButton row={row} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {section.total > rows.length ? (
        <Link to={address_of(section.part, division)}>
          {reminders.more_in_ledger(section.total)}
        </Link>
      ) : null}
    </section>
  );
}

function Sections({ list }: { list: List }) {
  const { reminders } = useWords();
  if (list.sections.length === 0 && list.problems.length === 0) {
    return <Nothing title={reminders.morning_none} />;
  }
  const sections = in_order(list.sections);
  return (
    <div className="morning">
      {list.cut ? <p>{reminders.morning_cut}</p> : null}
      {list.provisional ? <p>{reminders.morning_provisional}</p> : null}
      <Overview sections={sections} />
      {sections.map((section) => (
        <Rows key={section.part} section={section} />
      ))}
      {list.problems.length > 0 ? (
        <section aria-label={reminders.problems}>
          <h3>{reminders.problems}</h3>
          <ul>
            {list.problems.map((row) => (
              <li key={row.id}>
                <Link to={`/problems/${row.id}`}>{row.text}</Link>
                <span className="morning-more">
                  <Light light={row.light} />
                  <span className="number">{row.due}</span>
                </span>
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
    <Panel title={reminders.morning} aside={query.data?.as_of} className="morning-panel">
      <Loaded query={query}>{(list) => <Sections list={list} />}</Loaded>
    </Panel>
  );
}
