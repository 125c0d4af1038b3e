// Confirming and rejecting: one after the other, each against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "@/api/call";
import { changed_by, document_query } from "@/api/documents";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { refresh_others } from "@/api/queries";
import type { Decisions } from "@/api/shapes";

export function useDecisions(id: string, decided: (decisions: Decisions) => void) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  const { queryKey } = document_query(id);
  return useMutation({
    // One scope: a second decision waits for the ETag of the first.
    scope: { id: `decisions:${id}` },
    mutationFn: (body: Decisions) => {
      const etag = client.getQueryData(queryKey)?.etag;
      const key = keys.key_for([etag, body]);
      return call("decideCandidates", { path: { id }, query: { changes: true }, body, etag, key });
    },
    onSuccess: async (answer, body) => {
      keys.done();
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (before) => changed_by(before, answer));
      decided(body);
      refresh_others(client, queryKey);
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}

export type Deciding = ReturnType<typeof useDecisions>;
