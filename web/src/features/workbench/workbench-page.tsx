// What waits for me, and the figures of my area.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { session_query, workbench_query } from "@/api/queries";
import type { Workbench } from "@/api/shapes";
import { useWords } from "@/messages";
import { Loaded, Loading } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { DocumentsToReview } from "./documents-to-review";
import { Morning } from "./morning";
import { TallyRow } from "./tally-row";
import { Waiting } from "./waiting";
import "./workbench.css";

function Areas({ bench }: { bench: Workbench }) {
  const { workbench } = useWords();
  return (
    <>
      <TallyRow tally={bench.tally} />
      <div className="workbench-columns">
        <Morning />
        <div className="workbench-lists">
          <Panel
            title={workbench.waiting}
            aside={bench.waiting_total > 0 ? workbench.waiting_total_of(bench.waiting_total) : null}
          >
            <Waiting bench={bench} />
          </Panel>
          <Panel
            title={workbench.documents}
            aside={<Link to="/documents">{workbench.all_documents}</Link>}
          >
            <DocumentsToReview documents={bench.documents_to_review} />
          </Panel>
        </div>
      </div>
    </>
  );
}

export default function WorkbenchPage() {
  const { workbench } = useWords();
  const bench = useQuery(workbench_query());
  const session = useQuery(session_query());
  const name = session.data?.name ?? "";
  return (
    <>
      <PageHead
        title={workbench.page}
        intro={
          <>
            {workbench.hello(name)}
            {bench.data ? ` · ${workbench.as_of(bench.data.as_of)}` : null}
          </>
        }
      />
      <Loaded query={bench} waiting={<Loading rows={10} />}>
        {(data) => <Areas bench={data} />}
      </Loaded>
    </>
  );
}
