// The orders that were taken apart, each with its tree.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { tasks_query } from "@/api/queries";
import type { TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { Light } from "@/parts/light";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { StateTag } from "@/parts/state-tag";
import "./tree.css";

const filter = { state: [], document: "", mine: false, overdue: false, q: "", split: true };

function Order({ row }: { row: TaskRow }) {
  const { tree } = useWords();
  return (
    <li className="order">
      <div className="order-head">
        <Light light={row.light} />
        <StateTag state={row.state} />
        <span>{tree.parts(row.parts)}</span>
      </div>
      <Link to={`/tree/${row.id}`}>{row.text}</Link>
      <div className="order-more">
        {row.issuer} · {row.source_title} · {row.due ?? ""}
      </div>
    </li>
  );
}

export default function OrdersPage() {
  const { tree } = useWords();
  const query = useInfiniteQuery(tasks_query(filter));
  return (
    <>
      <PageHead title={tree.page} intro={tree.intro} />
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return (
              <Nothing
                title={tree.none}
                more={tree.none_more}
                action={<Link to="/ledger">{tree.to_ledger}</Link>}
              />
            );
          }
          return (
            <Panel title={tree.orders}>
              <ul className="orders">
                {rows.map((row) => (
                  <Order key={row.id} row={row} />
                ))}
              </ul>
              <LoadMore query={query}>{tree.more}</LoadMore>
            </Panel>
          );
        }}
      </Loaded>
    </>
  );
}
