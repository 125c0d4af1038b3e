// Sending a sheet that was edited: first to see what it would change, then to change it.
import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { key_ring } from "./key";
import { live } from "./queries";

/** `about`: what else than the file tells one import from another. */
export function useImport<Outcome>(
  send: (file: File, apply: boolean, key: string) => Promise<Outcome>,
  about = "",
) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: ({ file, apply }: { file: File; apply: boolean }) =>
      send(file, apply, keys.key_for([about, file.name, file.size, file.lastModified, apply])),
    onSuccess: (_, { apply }) => {
      keys.done();
      if (apply) void client.invalidateQueries({ queryKey: live });
    },
  });
}
