// Taking a step with a task, against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { refresh_others, task_query } from "@/api/queries";
import type {
  Answer, Assign, BindTask, Extension, Merge, NewObjection, NewSuspension, Note, Report,
  Ruling, StrikeOff, SuspensionRequest, Task,
} from "@/api/shapes";
import { useWords } from "@/messages";

export type StepName = Task["open"][number];
export type NoteStep =
  | "sign" | "verify" | "return" | "urge" | "end" | "refuse_suspension" | "resume";
export type AnswerStep = "answer_extension" | "hold" | "rebound";
export type Order =
  | { step: "assign"; body: Assign }
  | { step: "report" | "progress"; body: Report }
  | { step: "ask_extension"; body: Extension }
  | { step: "ask_suspension"; body: SuspensionRequest }
  | { step: "suspend"; body: NewSuspension }
  | { step: "object"; body: NewObjection }
  | { step: "rule"; body: Ruling }
  | { step: "merge"; body: Merge }
  | { step: "strike_off"; body: StrikeOff }
  | { step: "bind"; body: BindTask }
  | { step: AnswerStep; body: Answer }
  | { step: NoteStep; body: Note };

const note_operations = {
  sign: "signForTask",
  verify: "verifyTask",
  return: "returnTask",
  urge: "urgeTask",
  end: "endTask",
  refuse_suspension: "refuseSuspension",
  resume: "resumeTask",
} as const;

function sent(id: string, order: Order, etag: string | undefined, key: string) {
  const head = { path: { id }, etag, key };
  switch (order.step) {
    case "assign":
      return call("assignTask", { ...head, body: order.body });
    case "report":
      return call("reportTask", { ...head, body: order.body });
    case "progress":
      return call("progressTask", { ...head, body: order.body });
    case "ask_extension":
      return call("askExtension", { ...head, body: order.body });
    case "answer_extension":
      return call("answerExtension", { ...head, body: order.body });
    case "ask_suspension":
      return call("askSuspension", { ...head, body: order.body });
    case "suspend":
      return call("suspendTask", { ...head, body: order.body });
    case "object":
      return call("objectToTask", { ...head, body: order.body });
    case "rule":
      return call("ruleObjection", { ...head, body: order.body });
    case "merge":
      return call("mergeTask", { ...head, body: order.body });
    case "strike_off":
      return call("strikeOffTask", { ...head, body: order.body });
    case "bind":
      return call("bindTask", { ...head, body: order.body });
    case "hold":
    case "rebound":
      return call("lookBackTask", { ...head, body: order.body });
    default:
      return call(note_operations[order.step], { ...head, body: order.body });
  }
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
