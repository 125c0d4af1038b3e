// Signing for a task from the list: what needs no word needs no form.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import type { TaskRow } from "@/api/shapes";
import { useWords } from "@/messages";
import { reasons_of } from "@/parts/failed";

export function SignButton({ row }: { row: Pick<TaskRow, "id" | "version" | "text"> }) {
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [keys] = useState(() => key_ring());
  const signing = useMutation({
    mutationFn: () =>
      call("signForTask", {
        path: { id: row.id }, etag: `"${row.version}"`, body: { text: "" },
        key: keys.key_for([row.id, row.version]),
      }),
    onSuccess: () => {
      keys.done();
      void message.success(words.task.done.sign);
    },
    onError: (error) => {
      const { title, next_step, code } = reasons_of(error, words);
      void message.error([title, next_step, code].filter(Boolean).join(" · "));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["live"] }),
  });
  return (
    <Button
      size="small"
      loading={signing.isPending}
      aria-label={words.clerk.sign_for(row.text)}
      onClick={() => signing.mutate()}
    >
      {words.task.step.sign}
    </Button>
  );
}
