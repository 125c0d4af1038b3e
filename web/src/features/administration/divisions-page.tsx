// The tree of divisions on a day: one level at a time, never the whole.
import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Breadcrumb, Button, Table, Tag } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { session_query } from "@/api/queries";
import type { Division, DivisionPath } from "@/api/shapes";
import { useWords } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { ChangeForm } from "./change-form";
import { Changes } from "./changes";
import { Comparison } from "./comparison";
import { address_of, children_query, division_query, type View } from "./queries";
import { ViewBar } from "./view-bar";
import "./administration.css";

function Facts({ path, view }: { path: DivisionPath; view: View }) {
  const { divisions, administration } = useWords();
  const { division } = path;
  return (
    <section className="division-facts" aria-label={division.name}>
      <Breadcrumb
        aria-label={divisions.path}
        items={path.path.map((one) => ({
          title: <Link to={address_of(one.code, view)}>{one.name}</Link>,
        }))}
      />
      <h2>
        {division.name} <code>{division.code}</code>
        {division.until ? <Tag color="red">{divisions.ended(division.until)}</Tag> : null}
      </h2>
      <dl>
        <div>
          <dt>{divisions.life}</dt>
          <dd className="number">
            {division.from ?? divisions.from_before} – {division.until ?? divisions.until_now}
          </dd>
        </div>
        {path.counts.map((one) => (
          <div key={one.level}>
            <dt>{administration.levels[one.level]}</dt>
            <dd className="number">{one.count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Children({ code, view }: { code: string; view: View }) {
  const { divisions, administration } = useWords();
  const query = useInfiniteQuery(children_query(code, view));
  return (
    <Panel title={divisions.children}>
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <Table<Division>
              size="small"
              rowKey="code"
              pagination={false}
              // The library would take our number of children for rows.
              expandable={{ childrenColumnName: "inside" }}
              locale={{ emptyText: divisions.no_children }}
              dataSource={pages.flatMap((page) => page.items)}
              columns={[
                {
                  title: divisions.name,
                  render: (_, one) => <Link to={address_of(one.code, view)}>{one.name}</Link>,
                },
                { title: divisions.code, render: (_, one) => <code>{one.code}</code> },
                {
                  title: divisions.children,
                  align: "right",
                  render: (_, one) => <span className="number">{one.children || ""}</span>,
                },
              ]}
            />
            {query.hasNextPage ? (
              <Button
                block
                type="text"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {administration.more}
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

export default function DivisionsPage() {
  const { divisions } = useWords();
  const [search, set_search] = useSearchParams();
  const session = useQuery(session_query());
  const [recording, set_recording] = useState(false);
  const code = search.get("division") ?? session.data?.division ?? "0";
  const view = { at: search.get("at") ?? "", known: search.get("known") ?? "" };
  const query = useQuery(division_query(code, view));
  const may_change = session.data?.actions.includes("change_divisions") ?? false;
  return (
    <>
      <PageHead
        title={divisions.page}
        intro={divisions.intro}
        actions={
          may_change ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => set_recording(true)}>
              {divisions.record}
            </Button>
          ) : null
        }
      />
      <ViewBar
        view={view}
        on_view={(chosen) => set_search(address_of(code, chosen))}
        on_division={(found) => set_search(address_of(found, view))}
      />
      <Loaded query={query}>{(path) => <Facts path={path} view={view} />}</Loaded>
      <div className="administration-two">
        <Children code={code} view={view} />
        <div>
          <Changes code={code} may_change={may_change} />
          <Comparison key={code} code={code} />
        </div>
      </div>
      <ChangeForm code={code} open={recording} on_close={() => set_recording(false)} />
    </>
  );
}
