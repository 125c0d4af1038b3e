// The units of a division and all inside it, a page at a time: each with its posts, who holds them
// and who did.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Table, Tag } from "antd";
import { useState } from "react";
import type { StaffedPost, StaffedUnit } from "@/api/shapes";
import { useWords } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { Panel } from "@/parts/panel";
import { DivisionPicker } from "./division-picker";
import { units_query } from "./queries";
import { StaffForms, type StaffAct } from "./staff-forms";

interface UnitProps {
  unit: StaffedUnit;
  manages: boolean;
  on_act: (act: StaffAct) => void;
}

function Holder({ post }: { post: StaffedPost }) {
  const { staff } = useWords();
  const former = post.held.filter((one) => one.until !== null || one.holder !== post.holder);
  const now = post.held.find((one) => one.holder === post.holder && post.holder !== "");
  return (
    <>
      {post.until ? <Tag>{staff.closed(post.until)}</Tag> : null}
      {now ? (
        <div>
          {now.holder} <span className="row-more">{staff.since(now.from)}</span>
        </div>
      ) : (
        <Tag>{staff.vacant}</Tag>
      )}
      {former.length === 0 ? null : (
        <ul className="history" aria-label={staff.history}>
          {former.map((one) => (
            <li key={one.holder + one.from} className="number">
              {one.holder} {one.from} – {one.until ?? ""}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PostButton({ post, on_act }: { post: StaffedPost; on_act: (act: StaffAct) => void }) {
  const { staff } = useWords();
  if (post.until) return null;
  const term = post.held.find((one) => one.holder === post.holder && one.until === null);
  const act: StaffAct = term
    ? { kind: "end", post: post.id, from: term.from, name: post.title }
    : { kind: "appoint", post: post.id, name: post.title };
  return (
    <Button size="small" onClick={() => on_act(act)}>
      {term ? staff.end : staff.appoint}
    </Button>
  );
}

function Lines({ unit }: Pick<UnitProps, "unit">) {
  const { staff } = useWords();
  if (!unit.reports_to && unit.relations.length === 0) return null;
  return (
    <ul className="unit-relations">
      {unit.reports_to ? (
        <li>
          {staff.reports_to} {unit.reports_to_name || unit.reports_to}
        </li>
      ) : null}
      {unit.relations.map((one) => (
        <li key={one.other + one.matter}>
          {staff.related(
            staff.relations[one.kind],
            one.other_name || one.other,
            one.matter,
            staff.since(one.from),
          )}
        </li>
      ))}
    </ul>
  );
}

function UnitButtons({ unit, on_act }: Pick<UnitProps, "unit" | "on_act">) {
  const { staff } = useWords();
  const of = { unit: unit.id, name: unit.name };
  return (
    <span className="unit-head">
      <Button size="small" onClick={() => on_act({ kind: "post", ...of })}>
        {staff.new_post}
      </Button>
      <Button size="small" onClick={() => on_act({ kind: "relate", ...of })}>
        {staff.relate}
      </Button>
    </span>
  );
}

function Unit({ unit, manages, on_act }: UnitProps) {
  const { staff } = useWords();
  const kinds: Record<string, string> = staff.kinds;
  return (
    <Panel
      title={
        <span className="unit-head">
          {unit.name} <code>{unit.division}</code>
          {unit.kind ? <Tag color="blue">{kinds[unit.kind]}</Tag> : null}
          {unit.until ? <Tag>{staff.closed(unit.until)}</Tag> : null}
        </span>
      }
      aside={manages && !unit.until ? <UnitButtons unit={unit} on_act={on_act} /> : null}
    >
      <Lines unit={unit} />
      <Table<StaffedPost>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={unit.posts}
        columns={[
          { title: staff.post, dataIndex: "title", width: "35%" },
          { title: staff.holder, render: (_, post) => <Holder post={post} /> },
          {
            title: "",
            align: "right",
            width: 120,
            render: (_, post) => (manages ? <PostButton post={post} on_act={on_act} /> : null),
          },
        ]}
      />
    </Panel>
  );
}

export function Units({ own, manages }: { own: string; manages: boolean }) {
  const { staff, administration } = useWords();
  const [division, set_division] = useState(own);
  const [wanted, set_wanted] = useState("");
  const [act, set_act] = useState<StaffAct>();
  const query = useInfiniteQuery(units_query(division, wanted));
  return (
    <>
      <div className="administration-bar" role="search">
        <DivisionPicker onChange={set_division} label={staff.division} />
        <Input.Search
          allowClear
          style={{ width: 280 }}
          aria-label={staff.find_unit}
          placeholder={staff.find_unit}
          onSearch={(text) => set_wanted(text.trim())}
        />
        {manages ? (
          <Button type="primary" onClick={() => set_act({ kind: "unit", division })}>
            {staff.new_unit}
          </Button>
        ) : null}
      </div>
      <Loaded query={query}>
        {({ pages }) =>
          pages.every((page) => page.items.length === 0) ? (
            <Nothing title={wanted ? administration.nobody_found : staff.no_units} />
          ) : (
            <div className="unit-cards">
              {pages.flatMap((page) => page.items).map((unit) => (
                <Unit key={unit.id} unit={unit} manages={manages} on_act={set_act} />
              ))}
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
            </div>
          )
        }
      </Loaded>
      <StaffForms act={act} on_close={() => set_act(undefined)} />
    </>
  );
}
