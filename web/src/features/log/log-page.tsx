// Recomputing the hash chain of the event log, and what came of it.
import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Result } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import type { LogVerification } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { moment_of } from "@/parts/figures";
import { Loading } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import "./log.css";

interface Outcome {
  found: LogVerification;
  at: string;
}

function Verified({ found, at }: Outcome) {
  const { log } = useWords();
  return (
    <Result
      status={found.intact ? "success" : "error"}
      title={<span role="status">{found.intact ? log.intact : log.broken}</span>}
      subTitle={log.checked_at(moment_of(at))}
    >
      <dl className="log-facts">
        <div>
          <dt>{log.events}</dt>
          <dd className="number">{found.events.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{log.last_hash}</dt>
          <dd>
            <code>{found.last_hash}</code>
          </dd>
        </div>
      </dl>
      {found.findings.length > 0 ? (
        <section aria-labelledby="findings">
          <h3 id="findings">{log.findings}</h3>
          <ul className="log-findings">
            {found.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </Result>
  );
}

export default function LogPage() {
  const { log } = useWords();
  const [outcome, set_outcome] = useState<Outcome>();
  const verifying = useMutation({
    mutationFn: () => call("verifyLog"),
    onSuccess: ({ data }) => set_outcome({ found: data, at: new Date().toISOString() }),
  });
  return (
    <>
      <PageHead
        title={log.page}
        intro={log.intro}
        actions={
          <Button type="primary" loading={verifying.isPending} onClick={() => verifying.mutate()}>
            {outcome ? log.again : log.start}
          </Button>
        }
      />
      {verifying.error ? <Failed error={verifying.error} on_close={verifying.reset} /> : null}
      <div className="log">
        {verifying.isPending ? (
          <>
            <p className="log-running">{log.running}</p>
            <Loading rows={4} />
          </>
        ) : outcome ? (
          <Verified {...outcome} />
        ) : (
          <Nothing title={log.never} icon={<SafetyCertificateOutlined />} />
        )}
      </div>
    </>
  );
}
