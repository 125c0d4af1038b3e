// What happened to a division and those inside it; what was recorded wrongly is taken back here.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Tag, Timeline } from "antd";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import type { DivisionChange } from "@/api/shapes";
import { useWords } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Loaded } from "@/parts/loaded";
import { Panel } from "@/parts/panel";
import { CorrectForm, WithdrawForm } from "./corrections";
import { address_of, changes_query } from "./queries";

type Act = { kind: "withdraw" | "correct"; change: DivisionChange };

function Buttons({ change, on_act }: { change: DivisionChange; on_act: (act: Act) => void }) {
  const { corrections } = useWords().divisions;
  return (
    <div className="change-acts">
      <Button size="small" onClick={() => on_act({ kind: "correct", change })}>
        {corrections.correct}
      </Button>
      <Button size="small" onClick={() => on_act({ kind: "withdraw", change })}>
        {corrections.withdraw}
      </Button>
    </div>
  );
}

function Change({ code, change, children }: {
  code: string; change: DivisionChange; children: ReactNode;
}) {
  const { divisions } = useWords();
  const { corrections } = divisions;
  const { withdrawn } = change;
  return (
    <div className={withdrawn ? "change change-withdrawn" : "change"}>
      <div>
        <b className="number">{change.on}</b> <Tag color="blue">{divisions.kinds[change.kind]}</Tag>
        {withdrawn ? <Tag>{corrections.withdrawn}</Tag> : null}
        {withdrawn ? <s>{change.summary}</s> : change.summary}
      </div>
      <div className="change-more">
        {change.basis} · {divisions.counted(change.started, change.ended)} ·{" "}
        {divisions.recorded(moment_of(change.known))}
      </div>
      {withdrawn ? (
        <>
          <div className="change-more">
            {corrections.taken_back(withdrawn.by, moment_of(withdrawn.known), withdrawn.reason)}
          </div>
          <Link to={address_of(code, { at: change.on, known: change.known })}>
            {divisions.known.before_taken_back}
          </Link>
        </>
      ) : (
        children
      )}
    </div>
  );
}

export function Changes({ code, may_change }: { code: string; may_change: boolean }) {
  const { divisions, administration } = useWords();
  const [act, set_act] = useState<Act>();
  const close = () => set_act(undefined);
  const query = useInfiniteQuery(changes_query(code));
  return (
    <Panel title={divisions.changes}>
      <Loaded query={query}>
        {({ pages }) => {
          const changes = pages.flatMap((page) => page.items);
          if (changes.length === 0) return <p className="panel-none">{divisions.no_changes}</p>;
          return (
            <div className="changes">
              <Timeline
                items={changes.map((one) => ({
                  key: one.id,
                  content: (
                    <Change code={code} change={one}>
                      {may_change ? <Buttons change={one} on_act={set_act} /> : null}
                    </Change>
                  ),
                }))}
              />
              {query.hasNextPage ? (
                <Button type="text" block onClick={() => void query.fetchNextPage()}>
                  {administration.more}
                </Button>
              ) : null}
            </div>
          );
        }}
      </Loaded>
      {act?.kind === "withdraw" ? <WithdrawForm change={act.change} on_close={close} /> : null}
      {act?.kind === "correct" ? <CorrectForm change={act.change} on_close={close} /> : null}
    </Panel>
  );
}
