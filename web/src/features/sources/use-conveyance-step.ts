// Taking a step with a matter to be conveyed, against the version that is on the screen.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { status_of } from "@/api/failure";
import { conveyance_query } from "@/api/follow-queries";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type {
  Answer, AnswerMeasure, ArchiveConveyance, DecideMeasures, ExemptMeasure, Note, PoolConveyance,
} from "@/api/shapes";
import { useWords } from "@/messages";

export type ConveyanceOrder =
  | { step: "pool"; body: PoolConveyance }
  | { step: "decide"; body: DecideMeasures }
  | { step: "answer"; body: AnswerMeasure }
  | { step: "exempt"; body: ExemptMeasure }
  | { step: "look_back"; body: Answer }
  | { step: "archive"; body: ArchiveConveyance }
  | { step: "withdraw"; body: Note };

function sent(id: string, order: ConveyanceOrder, etag: string | undefined, key: string) {
  const head = { path: { id }, etag, key };
  switch (order.step) {
    case "pool":
      return call("poolConveyance", { ...head, body: order.body });
    case "decide":
      return call("decideMeasures", { ...head, body: order.body });
    case "answer":
      return call("answerMeasure", { ...head, body: order.body });
    case "exempt":
      return call("exemptMeasure", { ...head, body: order.body });
    case "look_back":
      return call("lookBackConveyance", { ...head, body: order.body });
    case "archive":
      return call("archiveConveyance", { ...head, body: order.body });
    default:
      return call("withdrawConveyance", { ...head, body: order.body });
  }
}

export function useConveyanceStep(id: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { conveyances } = useWords();
  const [keys] = useState(() => key_ring());
  const { queryKey } = conveyance_query(id);
  return useMutation({
    mutationFn: (order: ConveyanceOrder) => {
      const etag = client.getQueryData(queryKey)?.etag;
      return sent(id, order, etag, keys.key_for([etag, order]));
    },
    onSuccess: async (answer, order) => {
      keys.done();
      client.setQueryData(queryKey, answer);
      void message.success(`${conveyances.step[order.step]} · ${conveyances.step_done}`);
      await client.invalidateQueries({ queryKey: live });
    },
    onError: (error) => {
      if (status_of(error) === 412) void client.invalidateQueries({ queryKey });
    },
  });
}

export type ConveyanceStepping = ReturnType<typeof useConveyanceStep>;
