// The figures of a year; each opens the rows it counts.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { conveyance_year_query } from "@/api/follow-queries";
import type { ConveyanceFigure, ConveyanceYear } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { Panel } from "@/parts/panel";

interface Shown {
  name: string;
  value: string;
  opens: ConveyanceFigure;
}

function shown_of(year: ConveyanceYear, { conveyances: words }: Words): Shown[] {
  const counted = (["received", "conveyed", "waiting", "late", "archived"] as const).map(
    (figure) => ({ name: words.figure[figure], value: words.items(year[figure]), opens: figure }),
  );
  const { persons, persons_reached } = year.reach;
  return [
    ...counted,
    { name: words.average, value: words.average_days(year.average_days), opens: "conveyed" },
    { name: words.reach, value: words.reach_of(persons_reached, persons), opens: "conveyed" },
    { name: words.measures, value: words.measures_count(year.measures), opens: "decided" },
    { name: words.closed, value: words.closed_of(year.closed, year.tasks), opens: "decided" },
  ];
}

function Figures({ year }: { year: ConveyanceYear }) {
  const words = useWords();
  const { conveyances } = words;
  return (
    <div className="sources-inside">
      <ul className="conveyance-figures">
        {shown_of(year, words).map((one) => (
          <li key={one.name}>
            <span className="muted">{one.name}</span>
            <Link className="number" to={`/conveyances?figure=${one.opens}&year=${year.year}`}>
              {one.value}
            </Link>
          </li>
        ))}
      </ul>
      {year.sessions.length > 0 ? <h3>{conveyances.sessions}</h3> : null}
      <ul className="conveyance-figures">
        {year.sessions.map((one) => (
          <li key={one.form || "none"}>
            <span className="muted">{one.label || conveyances.no_form}</span>
            <b className="number">{conveyances.sessions_of(one.sessions)}</b>
          </li>
        ))}
      </ul>
      <p className="muted conveyance-rule">
        {conveyances.rule(year.convey_days)} · {year.basis}
      </p>
    </div>
  );
}

export function ConveyanceFigures({ of }: { of: number | undefined }) {
  const { conveyances } = useWords();
  const query = useQuery(conveyance_year_query(of));
  return (
    <Panel title={query.data ? conveyances.figures(query.data.year) : conveyances.page}>
      <Loaded query={query}>{(year) => <Figures year={year} />}</Loaded>
    </Panel>
  );
}
