// Hears that something was committed, and has what is shown fetched again.
import type { QueryClient } from "@tanstack/react-query";
import { address_of } from "./call";
import { live } from "./queries";

export type Line = "open" | "lost";

const settle_ms = 300;
const retry_ms = 10_000;

/** Follows the server's changes until the returned function is called. */
export function follow_changes(client: QueryClient, on_line: (line: Line) => void): () => void {
  let source: EventSource | undefined;
  let refresh: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let was_lost = false;

  const refetch = () => {
    // Several commits in a row are one refresh.
    clearTimeout(refresh);
    refresh = setTimeout(() => void client.invalidateQueries({ queryKey: live }), settle_ms);
  };
  const connect = () => {
    source = new EventSource(address_of("followChanges"));
    source.addEventListener("change", refetch);
    source.onopen = () => {
      on_line("open");
      // What was committed while the line was down was not heard.
      if (was_lost) refetch();
      was_lost = false;
    };
    source.onerror = () => {
      on_line("lost");
      was_lost = true;
      // The browser tries again by itself unless the server refused; then we do.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, retry_ms);
    };
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(refresh);
    clearTimeout(retry);
  };
}
