// One list, or the problems that a figure counts: by list and number.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Table, Tag, type TableColumnsType } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { lists_query, problems_query, type ProblemFilter } from "@/api/queries";
import type { ProblemList, ProblemRow, ProblemState } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { Light } from "@/parts/light";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { ListLife, ListTags } from "./list-forms";
import "./problems.css";

function columns_of({ problems, ledger }: Words): TableColumnsType<ProblemRow> {
  return [
    { title: problems.number, width: 70, align: "right", dataIndex: "number" },
    {
      title: problems.problem,
      render: (_, row) => (
        <>
          <Link to={`/problems/${row.id}`}>{row.text}</Link>{" "}
          {row.focused ? <Tag color="red">{problems.focused}</Tag> : null}
          {row.to_resume ? <Tag color="orange">{problems.to_resume_tag}</Tag> : null}
          {row.was_late ? <Tag color="red">{problems.was_late}</Tag> : null}
          <div className="muted">
            {row.remarks > 0 ? problems.merged_from(row.remarks) : row.source}
          </div>
        </>
      ),
    },
    { title: problems.state, width: 110, render: (_, row) => problems.states[row.state] },
    {
      title: problems.owner, width: 180,
      render: (_, row) => row.owner?.unit_name ?? ledger.unassigned,
    },
    {
      title: problems.due, width: 130,
      render: (_, row) => (
        <>
          <Light light={row.light} />
          <div className="muted number">{row.due ?? ""}</div>
        </>
      ),
    },
  ];
}

function filter_of(list: string | undefined, search: URLSearchParams): ProblemFilter {
  const division = search.get("division");
  return {
    ...(list ? { list } : {}),
    ...(division ? { division } : {}),
    ...(search.get("focused") ? { focused: true } : {}),
    ...(search.get("late") ? { late: true } : {}),
    // One that is none is refused by the server.
    state: search.getAll("state") as ProblemState[],
  };
}

/** How the list stands, what may be done with it, and its late ones alone. */
function ListHead({ list, late }: { list: ProblemList; late: boolean }) {
  const { problems } = useWords();
  return (
    <Panel title={problems.list_state}>
      <div className="problems-inside">
        <div className="problem-tags">
          <ListTags list={list} />
          <span>{problems.list_sums(list)}</span>
          {late ? (
            <Link to={`/problems/lists/${list.id}`}>{problems.all_of_list}</Link>
          ) : (
            <Link to={`/problems/lists/${list.id}?late=true`}>{problems.only_late(list.late)}</Link>
          )}
        </div>
      </div>
      <ListLife key={`${list.id}.${list.version}`} list={list} />
    </Panel>
  );
}

export default function ListPage() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const words = useWords();
  const { problems } = words;
  const query = useInfiniteQuery(problems_query(filter_of(id, search)));
  const list = useQuery(lists_query()).data?.find((one) => one.id === id);
  return (
    <div className="problems">
      <PageHead
        title={list?.name ?? (id ? problems.list : problems.rows)}
        intro={list ? `${list.scheme} ${list.source}` : undefined}
        actions={<Link to="/problems">{problems.back}</Link>}
      />
      {list ? <ListHead list={list} late={search.get("late") !== null} /> : null}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Nothing title={problems.none_here} />;
          return (
            <>
              <Table<ProblemRow>
                rowKey="id"
                columns={columns_of(words)}
                dataSource={rows}
                pagination={false}
                size="middle"
                scroll={{ x: 900 }}
              />
              <LoadMore query={query}>{problems.more}</LoadMore>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
