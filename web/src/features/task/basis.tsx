// What an order answers, and whom its meetings reached: read from the meetings, never filed again.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { call } from "@/api/call";
import { sources_query, task_sources_query } from "@/api/follow-queries";
import { key_ring } from "@/api/key";
import { refresh_others } from "@/api/queries";
import type { Basis as Cited, CiteSource, TaskSources } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Loaded } from "@/parts/loaded";

function useCiting(id: string) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  const { queryKey } = task_sources_query(id);
  return useMutation({
    mutationFn: ({ withdraw, body }: { withdraw: boolean; body: CiteSource }) => {
      const head = { path: { id }, body, key: keys.key_for([withdraw, body]) };
      return withdraw ? call("withdrawSource", head) : call("citeSource", head);
    },
    onSuccess: ({ data }) => {
      keys.done();
      client.setQueryData(queryKey, data);
      refresh_others(client, queryKey);
    },
  });
}
type Citing = ReturnType<typeof useCiting>;

function Add({ citing, known }: { citing: Citing; known: readonly Cited[] }) {
  const { sources } = useWords();
  const entries = useInfiniteQuery(sources_query());
  const [chosen, set_chosen] = useState<string | null>(null);
  const open = (entries.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((one) => !known.some(({ entry }) => entry.id === one.id));
  const picked = open.find((one) => one.id === chosen);
  return (
    <div className="basis-add">
      <Select
        aria-label={sources.cite_pick}
        placeholder={sources.cite_pick}
        value={picked ? chosen : null}
        loading={entries.isPending}
        showSearch={{ optionFilterProp: "label" }}
        options={open.map((one) => ({
          value: one.id, label: `${sources.kinds[one.kind]} ${one.on} ${one.title}`,
        }))}
        onChange={(value: string) => set_chosen(value)}
      />
      <Button
        disabled={!picked}
        loading={citing.isPending}
        onClick={() => {
          if (!picked) return;
          citing.mutate({ withdraw: false, body: { kind: picked.kind, source: picked.id } });
        }}
      >
        {sources.cite}
      </Button>
    </div>
  );
}

function Line({ one, citing, may }: { one: Cited; citing: Citing; may: boolean }) {
  const { sources, merging } = useWords();
  const [asking, set_asking] = useState(false);
  const [text, set_text] = useState("");
  const { kind, id, title, on } = one.entry;
  return (
    <li>
      <Tag>{sources.kinds[kind]}</Tag>
      <Link to={`/sources/${kind}/${id}`}>{title}</Link> <span className="number">{on}</span>
      {one.own ? <Tag>{sources.own}</Tag> : null}
      {one.inherited && !one.own ? <Tag>{sources.inherited}</Tag> : null}
      {one.absorbed ? <Tag>{merging.source}</Tag> : null}
      {one.note ? <span> {one.note}</span> : null}
      {may && !one.own && !one.inherited && !one.absorbed ? (
        asking ? (
          <span className="basis-add">
            <Input
              aria-label={sources.withdraw_reason}
              placeholder={sources.withdraw_reason}
              value={text}
              onChange={(event) => set_text(event.target.value)}
            />
            <Button
              danger
              onClick={() => citing.mutate({ withdraw: true, body: { kind, source: id, text } })}
            >
              {sources.withdraw}
            </Button>
          </span>
        ) : (
          <Button type="link" size="small" onClick={() => set_asking(true)}>
            {sources.withdraw}
          </Button>
        )
      ) : null}
    </li>
  );
}

function Reached({ basis }: { basis: TaskSources }) {
  const { sources } = useWords();
  const { reach } = basis;
  if (reach.branches === 0) return null;
  return (
    <div className="basis-reach">
      <b className="number">
        {sources.reach_branches(reach.branches_reached, reach.branches, reach.branches_whole)}
      </b>
      <b className="number">{sources.reach_persons(reach.persons_reached, reach.persons)}</b>
      <span>{sources.meetings}</span>
      <ul>
        {basis.meetings.map((one) => (
          <li key={one.id}>
            <Link to={`/sources/meeting/${one.id}`}>{one.title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Basis({ id }: { id: string }) {
  const { sources } = useWords();
  const query = useQuery(task_sources_query(id));
  const citing = useCiting(id);
  return (
    <section className="basis" aria-labelledby="basis">
      <h3 id="basis">{sources.basis}</h3>
      {citing.error ? <Failed error={citing.error} on_close={citing.reset} /> : null}
      <Loaded query={query}>
        {(basis) => (
          <>
            <ul>
              {basis.sources.map((one) => (
                <Line
                  key={one.entry.id}
                  one={one}
                  citing={citing}
                  may={basis.may_cite}
                />
              ))}
            </ul>
            {basis.hidden > 0 ? <p>{sources.hidden(basis.hidden)}</p> : null}
            <Reached basis={basis} />
            {basis.may_cite ? <Add citing={citing} known={basis.sources} /> : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
