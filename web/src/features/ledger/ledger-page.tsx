// The ledger: every confirmed task with its owner, date and light.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, Outlet, useNavigate, useSearchParams } from "react-router";
import { tasks_query, type LedgerFilter } from "@/api/queries";
import type { TaskPage, TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded, Loading } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { useNarrow } from "@/parts/use-media";
import { ExportButton } from "./export-button";
import { FilterBar } from "./filter-bar";
import { filter_of, is_filtered, search_of } from "./filters";
import { ImportBook } from "./import-book";
import { LedgerCards, LedgerTable, type RowsProps } from "./ledger-rows";
import "./ledger.css";

function NoTasks({ filter, on_clear }: { filter: LedgerFilter; on_clear: () => void }) {
  const { ledger } = useWords();
  return (
    <div className="ledger-none">
      {is_filtered(filter) ? (
        <Nothing
          title={ledger.none_filtered}
          more={ledger.none_filtered_more}
          action={<Button onClick={on_clear}>{ledger.clear}</Button>}
        />
      ) : (
        <Nothing
          title={ledger.none}
          more={ledger.none_more}
          action={<Link to="/documents">{ledger.to_documents}</Link>}
        />
      )}
    </div>
  );
}

function Rows(props: RowsProps) {
  return useNarrow() ? <LedgerCards {...props} /> : <LedgerTable {...props} />;
}

const none: TaskRow[] = [];
const rows_of = (pages: readonly TaskPage[]): TaskRow[] => pages.flatMap((page) => page.items);

export default function LedgerPage() {
  const { ledger } = useWords();
  const navigate = useNavigate();
  const [search, set_search] = useSearchParams();
  const filter = filter_of(search);
  const query = useInfiniteQuery(tasks_query(filter));
  const first = query.data?.pages[0];
  const shown = query.data ? rows_of(query.data.pages).length : 0;
  const change = (part: Partial<LedgerFilter>) => {
    void navigate({ pathname: "/ledger", search: search_of({ ...filter, ...part }).toString() });
  };
  return (
    <>
      <PageHead
        title={ledger.page}
        intro={ledger.intro}
        actions={
          <>
            <ImportBook />
            <ExportButton filter={filter} as_of={first?.as_of} />
          </>
        }
      />
      <FilterBar filter={filter} rows={first?.items ?? none} on_change={change} />
      <Loaded query={query} waiting={<Loading rows={10} />}>
        {({ pages }) =>
          shown === 0 ? (
            <NoTasks filter={filter} on_clear={() => set_search({})} />
          ) : (
            <>
              <Rows rows={rows_of(pages)} as_of={first?.as_of ?? ""} search={search.toString()} />
              <div className="ledger-foot">
                <span role="status">
                  {ledger.loaded(shown, first?.total ?? shown, first?.is_more ?? false)}
                </span>
                <LoadMore query={query}>{ledger.more}</LoadMore>
              </div>
            </>
          )
        }
      </Loaded>
      <Outlet />
    </>
  );
}
