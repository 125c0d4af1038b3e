// Taking a step with a problem, against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { status_of } from "@/api/failure";
import { key_ring } from "@/api/key";
import { live, problem_query } from "@/api/queries";
import type {
  Answer, Extension, JoinRemarks, JudgeProblem, Note, PlanProblem, ProblemStep, PutOnList,
  ReportProblem, ReviewProblem, SuspendProblem, TellBack,
} from "@/api/shapes";
import { useWords } from "@/messages";

export type NoteStep = Extract<
  ProblemStep, "accept" | "return" | "strike_off" | "take_back" | "end" | "resume"
>;
export type ProblemOrder =
  | { step: "join"; body: JoinRemarks }
  | { step: "list"; body: PutOnList }
  | { step: "plan"; body: PlanProblem }
  | { step: "stage" | "report"; body: ReportProblem }
  | { step: "hold" | "rebound" | "answer_extension"; body: Answer }
  | { step: "judge"; body: JudgeProblem }
  | { step: "review"; body: ReviewProblem }
  | { step: "ask_extension"; body: Extension }
  | { step: "suspend"; body: SuspendProblem }
  | { step: "tell"; body: TellBack }
  | { step: NoteStep; body: Note };

const note_operations = {
  accept: "acceptProblem",
  return: "returnProblem",
  strike_off: "strikeOffProblem",
  take_back: "takeBackJudgement",
  end: "endProblem",
  resume: "resumeProblem",
} as const;

function sent(id: string, order: ProblemOrder, etag: string | undefined, key: string) {
  const head = { path: { id }, etag, key };
  switch (order.step) {
    case "join":
      return call("joinRemarks", { ...head, body: order.body });
    case "list":
      return call("putOnList", { ...head, body: order.body });
    case "plan":
      return call("planProblem", { ...head, body: order.body });
    case "stage":
    case "report":
      return call("reportProblem", { ...head, body: order.body });
    case "hold":
    case "rebound":
      return call("lookBackProblem", { ...head, body: order.body });
    case "judge":
      return call("judgeProblem", { ...head, body: order.body });
    case "review":
      return call("reviewProblem", { ...head, body: order.body });
    case "ask_extension":
      return call("askProblemExtension", { ...head, body: order.body });
    case "answer_extension":
      return call("answerProblemExtension", { ...head, body: order.body });
    case "suspend":
      return call("suspendProblem", { ...head, body: order.body });
    case "tell":
      return call("tellBack", { ...head, body: order.body });
    default:
      return call(note_operations[order.step], { ...head, body: order.body });
  }
}

export function useProblemStep(id: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { problems } = useWords();
  const [keys] = useState(() => key_ring());
  const { queryKey } = problem_query(id);
  return useMutation({
    mutationFn: (order: ProblemOrder) => {
      const etag = client.getQueryData(queryKey)?.etag;
      return sent(id, order, etag, keys.key_for([etag, order]));
    },
    onSuccess: async (answer, order) => {
      keys.done();
      client.setQueryData(queryKey, answer);
      void message.success(`${problems.step[order.step]} · ${problems.done}`);
      await client.invalidateQueries({ queryKey: live });
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}

export type ProblemStepping = ReturnType<typeof useProblemStep>;
