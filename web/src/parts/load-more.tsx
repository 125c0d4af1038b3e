// The end of a list that comes page by page: a button while there is more, nothing at the end.
import { Button } from "antd";
import type { ReactNode } from "react";

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

interface LoadMoreProps {
  query: Paged;
  /** Of the row that holds the button, where the page gives it room. */
  className?: string;
  /** What the button says. */
  children: ReactNode;
}

export function LoadMore({ query, className, children }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  const button = (
    <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {children}
    </Button>
  );
  return className ? <div className={className}>{button}</div> : button;
}
