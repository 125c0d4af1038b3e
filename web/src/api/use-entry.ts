// One entry of a form: sent under a key of its own, the same for the same content.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { key_ring } from "./key";
import { live } from "./queries";

export function useEntry<Typed>(send: (typed: Typed, key: string) => Promise<unknown>) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: (typed: Typed) => send(typed, keys.key_for(typed)),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: live });
    },
  });
}
