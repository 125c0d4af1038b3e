// Taking a step with a task, against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { refresh_others, task_query } from "@/api/queries";
import type { Assign, Note, Report, Task } from "@/api/shapes";
import { useWords } from "@/messages";

export type StepName = Task["open"][number];
export type NoteStep = "verify" | "return" | "strike_off";
export type Order =
  | { step: "assign"; body: Assign }
  | { step: "report"; body: Report }
  | { step: NoteStep; body: Note };

const note_operations = {
  verify: "verifyTask",
  return: "returnTask",
  strike_off: "strikeOffTask",
} as const;

function sent(id: string, order: Order, etag: string | undefined, key: string) {
  const head = { path: { id }, etag, key };
  if (order.step === "assign") return call("assignTask", { ...head, body: order.body });
  if (order.step === "report") return call("reportTask", { ...head, body: order.body });
  return call(note_operations[order.step], { ...head, body: order.body });
}

export function useStep(id: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { task } = useWords();
  const [keys] = useState(() => key_ring());
  const { queryKey } = task_query(id);
  return useMutation({
    mutationFn: (order: Order) => {
      const etag = client.getQueryData(queryKey)?.etag;
      return sent(id, order, etag, keys.key_for([etag, order]));
    },
    onSuccess: async (answer, order) => {
      keys.done();
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
      void message.success(task.done[order.step]);
      refresh_others(client, queryKey);
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}

export type Stepping = ReturnType<typeof useStep>;
