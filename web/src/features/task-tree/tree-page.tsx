// One task of a tree with what is above it and its direct parts: a level at a time, with its gaps.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { task_query, tree_query } from "@/api/queries";
import type { TaskTree } from "@/api/shapes";
import { useWords } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded, Loading } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { from_here } from "@/parts/way-back";
import { FourFigures, Gaps, NodeFacts } from "./node";
import { PartsTable } from "./parts-table";
import { SplitDrawer } from "./split-drawer";
import "./tree.css";

function Above({ tree }: { tree: TaskTree }) {
  const words = useWords().tree;
  if (tree.above.length === 0) return null;
  return (
    <nav aria-label={words.above} className="tree-above">
      <ol>
        {tree.above.map((row) => (
          <li key={row.id}>
            <Link to={`/tree/${row.id}`}>{row.owner?.unit_name ?? row.issuer}</Link>
          </li>
        ))}
        <li aria-current="page">{tree.node.task.owner?.unit_name ?? tree.node.task.issuer}</li>
      </ol>
    </nav>
  );
}

function Node({ tree }: { tree: TaskTree }) {
  const words = useWords().tree;
  return (
    <Panel
      title={words.node}
      aside={<Link to={`/ledger/${tree.node.task.id}`} state={from_here}>{words.open_part}</Link>}
    >
      <div className="tree-node">
        <h3>{tree.node.task.text}</h3>
        <NodeFacts row={tree.node} />
        <FourFigures row={tree.node} />
        <Gaps row={tree.node} />
      </div>
    </Panel>
  );
}

export default function TreePage() {
  const { id = "" } = useParams();
  const [search, set_search] = useSearchParams();
  const words = useWords().tree;
  const query = useInfiniteQuery(tree_query(id));
  const task = useQuery(task_query(id));
  const may_split = task.data?.data.open.includes("split") ?? false;
  const splitting = search.get("split") === "1";
  const show_split = (show: boolean) => set_search(show ? { split: "1" } : {});
  return (
    <>
      <PageHead
        title={words.page}
        intro={words.intro}
        actions={
          may_split ? (
            <Button type="primary" onClick={() => show_split(true)}>
              {words.split}
            </Button>
          ) : null
        }
      />
      <Loaded query={query} waiting={<Loading rows={10} />}>
        {({ pages }) => {
          const [first] = pages;
          if (!first) return null;
          const parts = pages.flatMap((page) => page.parts);
          return (
            <div className="tree">
              <Above tree={first} />
              <Node tree={first} />
              <Panel title={words.parts(first.node.task.parts)}>
                {parts.length === 0 ? (
                  <Nothing title={words.parts_none} />
                ) : (
                  <PartsTable parts={parts} />
                )}
                <LoadMore query={query} className="tree-more">
                  {words.more}
                </LoadMore>
              </Panel>
            </div>
          );
        }}
      </Loaded>
      {task.data && may_split && splitting ? (
        <SplitDrawer key={id} task={task.data.data} on_close={() => show_split(false)} />
      ) : null}
    </>
  );
}
