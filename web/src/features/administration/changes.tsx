// What happened to a division and those inside it.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Tag, Timeline } from "antd";
import type { DivisionChange } from "@/api/shapes";
import { useWords } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Loaded } from "@/parts/loaded";
import { Panel } from "@/parts/panel";
import { changes_query } from "./queries";

function Change({ change }: { change: DivisionChange }) {
  const { divisions } = useWords();
  return (
    <div className="change">
      <div>
        <b className="number">{change.on}</b> <Tag color="blue">{divisions.kinds[change.kind]}</Tag>
        {change.summary}
      </div>
      <div className="change-more">
        {change.basis} · {divisions.counted(change.started, change.ended)} ·{" "}
        {divisions.recorded(moment_of(change.known))}
      </div>
    </div>
  );
}

export function Changes({ code }: { code: string }) {
  const { divisions, administration } = useWords();
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
                items={changes.map((one) => ({ key: one.id, content: <Change change={one} /> }))}
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
    </Panel>
  );
}
