// Remarks as they were taken, to be merged into problems; every link stays.
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live, remarks_query } from "@/api/queries";
import type { RaiseProblem, Remark } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";

interface LineProps {
  remark: Remark;
  chosen: boolean;
  on_choose: ((chosen: boolean) => void) | null;
}

function Line({ remark, chosen, on_choose }: LineProps) {
  const { problems } = useWords();
  const text = (
    <>
      <span className="raw-kind">{problems.raw_of(remark.kind)}</span> {remark.text}
    </>
  );
  return (
    <li>
      {on_choose ? (
        <Checkbox checked={chosen} onChange={(event) => on_choose(event.target.checked)}>
          {text}
        </Checkbox>
      ) : (
        <span>{text}</span>
      )}
      <div className="muted">{problems.raw_from(remark.group, remark.place, remark.said_by)}</div>
    </li>
  );
}

function MergeForm({ chosen, on_done }: { chosen: string[]; on_done: () => void }) {
  const { problems } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const id = useId();
  const [text, set_text] = useState("");
  const [keys] = useState(() => key_ring());
  const merging = useMutation({
    mutationFn: (body: RaiseProblem) => call("raiseProblem", { body, key: keys.key_for([body]) }),
    onSuccess: async ({ data }) => {
      keys.done();
      void message.success(problems.merged);
      on_done();
      await client.invalidateQueries({ queryKey: live });
      void navigate(`/problems/${data.row.id}`);
    },
  });
  return (
    <form
      className="merge"
      onSubmit={(event) => {
        event.preventDefault();
        merging.mutate({ text: text.trim(), remarks: chosen.map((one) => ({ id: one })) });
      }}
    >
      {merging.error ? <Failed error={merging.error} on_close={merging.reset} /> : null}
      <label htmlFor={id}>{problems.merge_text}</label>
      <Input
        id={id}
        value={text}
        maxLength={4000}
        onChange={(event) => set_text(event.target.value)}
      />
      <div>
        <Button
          type="primary"
          htmlType="submit"
          loading={merging.isPending}
          disabled={chosen.length === 0 || text.trim() === ""}
        >
          {problems.merge}
        </Button>
        <span className="muted"> {problems.merge_chosen(chosen.length)}</span>
      </div>
    </form>
  );
}

export function RawRemarks({ may_merge }: { may_merge: boolean }) {
  const { problems, clerk } = useWords();
  const query = useInfiniteQuery(remarks_query());
  const [chosen, set_chosen] = useState<string[]>([]);
  const choose = (id: string, on: boolean) =>
    set_chosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const remarks = pages.flatMap((page) => page.items);
        if (remarks.length === 0) {
          return <Nothing title={problems.raw_none} more={clerk.raw_none_more} />;
        }
        return (
          <div className="problems-inside">
            {may_merge ? <MergeForm chosen={chosen} on_done={() => set_chosen([])} /> : null}
            <ul className="raw">
              {remarks.map((one) => (
                <Line
                  key={one.id}
                  remark={one}
                  chosen={chosen.includes(one.id)}
                  on_choose={may_merge ? (on) => choose(one.id, on) : null}
                />
              ))}
            </ul>
            <LoadMore query={query}>{problems.more}</LoadMore>
          </div>
        );
      }}
    </Loaded>
  );
}
