// Taking a task apart, against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { live, task_query } from "@/api/queries";
import type { Split } from "@/api/shapes";
import { useWords } from "@/messages";

export function useSplit(id: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { tree } = useWords();
  const [keys] = useState(() => key_ring());
  const { queryKey } = task_query(id);
  return useMutation({
    mutationFn: (body: Split) => {
      const etag = client.getQueryData(queryKey)?.etag;
      return call("splitTask", { path: { id }, body, etag, key: keys.key_for([etag, body]) });
    },
    onSuccess: async (answer) => {
      keys.done();
      client.setQueryData(queryKey, answer);
      void message.success(tree.sent);
      await client.invalidateQueries({ queryKey: live });
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}
