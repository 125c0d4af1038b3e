// Cutting drafted tasks differently; it waits its turn with confirming and rejecting.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "@/api/call";
import { changed_by, document_query } from "@/api/documents";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { refresh_others } from "@/api/queries";
import type { Document, Recut } from "@/api/shapes";

export function useRecuts(id: string, cut: (body: Recut, document: Document) => void) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  const { queryKey } = document_query(id);
  return useMutation({
    scope: { id: `decisions:${id}` },
    mutationFn: (body: Recut) => {
      const etag = client.getQueryData(queryKey)?.etag;
      const key = keys.key_for([etag, body]);
      return call("recutCandidates", { path: { id }, query: { changes: true }, body, etag, key });
    },
    onSuccess: async (answer, body) => {
      keys.done();
      await client.cancelQueries({ queryKey });
      const after = changed_by(client.getQueryData(queryKey), answer);
      client.setQueryData(queryKey, after);
      if (after) cut(body, after.data);
      refresh_others(client, queryKey);
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}
