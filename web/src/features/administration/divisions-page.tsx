// The tree of divisions on a day: one level at a time, never the whole.
import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Breadcrumb, Button, Input, Table, Tag } from "antd";
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
import { DivisionPicker } from "./division-picker";
import { children_query, division_query } from "./queries";
import "./administration.css";

const address = (code: string, at: string) =>
  `?${new URLSearchParams({ division: code, ...(at ? { at } : {}) }).toString()}`;

function Facts({ path, at }: { path: DivisionPath; at: string }) {
  const { divisions, administration } = useWords();
  const { division } = path;
  return (
    <section className="division-facts" aria-label={division.name}>
      <Breadcrumb
        aria-label={divisions.path}
        items={path.path.map((one) => ({
          title: <Link to={address(one.code, at)}>{one.name}</Link>,
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

function Children({ code, at }: { code: string; at: string }) {
  const { divisions, administration } = useWords();
  const query = useInfiniteQuery(children_query(code, at));
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
                  render: (_, one) => <Link to={address(one.code, at)}>{one.name}</Link>,
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
  const at = search.get("at") ?? "";
  const query = useQuery(division_query(code, at));
  const go = (division: string, day: string) =>
    set_search({ division, ...(day ? { at: day } : {}) });
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
      <div className="administration-bar" role="search">
        <DivisionPicker at={at} onChange={(found) => go(found, at)} />
        <label>
          {divisions.at}
          <Input type="date" value={at} onChange={(event) => go(code, event.target.value)} />
        </label>
        {at ? (
          <>
            <Tag>{divisions.as_of(at)}</Tag>
            <Button size="small" onClick={() => go(code, "")}>
              {divisions.back_to_today}
            </Button>
          </>
        ) : null}
      </div>
      <Loaded query={query}>{(path) => <Facts path={path} at={at} />}</Loaded>
      <div className="administration-two">
        <Children code={code} at={at} />
        <div>
          <Changes code={code} may_change={may_change} />
          <Comparison key={code} code={code} />
        </div>
      </div>
      <ChangeForm code={code} open={recording} on_close={() => set_recording(false)} />
    </>
  );
}
