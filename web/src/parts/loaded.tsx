// What is on its way, has failed, or is here. A failed load never looks like an empty one.
import { Alert, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/messages";
import { Failed } from "./failed";

export interface Fetched<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

export function Loading({ rows = 6 }: { rows?: number }) {
  const { failure } = useWords();
  return (
    <div role="status" aria-label={failure.loading} aria-busy="true" className="loading">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

function Stale({ on_retry }: { on_retry: () => void }) {
  const { failure } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="failed"
      title={failure.stale}
      action={<Button size="small" onClick={on_retry}>{failure.retry}</Button>}
    />
  );
}

interface LoadedProps<T> {
  query: Fetched<T>;
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, waiting, children }: LoadedProps<T>) {
  const again = () => void query.refetch();
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} on_retry={again} /> : (waiting ?? <Loading />);
  }
  return (
    <>
      {query.error ? <Stale on_retry={again} /> : null}
      {children(query.data)}
    </>
  );
}
