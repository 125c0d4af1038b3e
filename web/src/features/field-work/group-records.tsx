// What a group held and heard, beside the page.
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { Link } from "react-router";
import { group_query } from "@/api/queries";
import type { GroupRecords as Records } from "@/api/shapes";
import { useWords } from "@/messages";
import { Loaded } from "@/parts/loaded";

function Activities({ records }: { records: Records }) {
  const { field_work } = useWords();
  return (
    <ul className="records">
      {records.activities.map((one, at) => (
        <li key={`${at}`}>
          <span>
            {field_work.kinds[one.kind]} <b className="number">{one.amount.toLocaleString()}</b>
            {` ${field_work.units[one.kind]}`}
          </span>
          <span className="muted">{[one.held_on, one.place, one.note].join(" ")}</span>
        </li>
      ))}
    </ul>
  );
}

function Remarks({ records }: { records: Records }) {
  const { field_work, problems } = useWords();
  return (
    <ul className="records">
      {records.remarks.map((one) => (
        <li key={one.id}>
          <span>
            <span className="records-kind">{problems.raw_of(one.kind)}</span> {one.text}
          </span>
          <span className="muted">
            {[one.on, one.place, one.said_by].join(" ")}{" "}
            {one.problem ? (
              <Link to={`/problems/${one.problem}`}>{field_work.to_problem}</Link>
            ) : (
              field_work.not_merged
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function GroupRecords({ id, number, on_close }: {
  id: string;
  number: number;
  on_close: () => void;
}) {
  const { field_work } = useWords();
  const query = useQuery(group_query(id, number));
  return (
    <Drawer open title={field_work.records(number)} size={560} onClose={on_close}>
      <Loaded query={query}>
        {(records) => (
          <div className="field-work">
            {records.cut ? <p>{field_work.cut}</p> : null}
            <h3>{field_work.activities}</h3>
            {records.activities.length === 0 ? <p>{field_work.none}</p> : null}
            <Activities records={records} />
            <h3>{field_work.remarks}</h3>
            {records.remarks.length === 0 ? <p>{field_work.none}</p> : null}
            <Remarks records={records} />
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
