// Who is signed in at this desk, and changing that.
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { call } from "@/api/call";
import { session_query } from "@/api/queries";
import type { Session, SignIn } from "@/api/shapes";
import { forget_drafts } from "@/parts/draft";

export type Entry = { login: string } | SignIn;

/** What another person saw must not be shown to the next. */
function useHandOver(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => {
    client.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "demo",
    });
    // What was asked before must not answer after it.
    void client.cancelQueries({ queryKey: session_query().queryKey });
    client.setQueryData(session_query().queryKey, session);
  };
}

export function useEnter(entered: () => void) {
  const hand_over = useHandOver();
  return useMutation({
    // A refusal here is no ended session (see the gate).
    meta: { entering: true },
    mutationFn: async (entry: Entry) =>
      "password" in entry
        ? (await call("signIn", { body: entry })).data
        : (await call("takeDemoRole", { body: entry })).data,
    onSuccess: (session) => {
      hand_over(session);
      entered();
    },
  });
}

export function useLeave(left: () => void) {
  const hand_over = useHandOver();
  return useMutation({
    mutationFn: () => call("signOut"),
    onSuccess: () => {
      forget_drafts();
      hand_over(null);
      left();
    },
  });
}

/** The session of a page that is only shown when somebody is signed in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(session_query());
  if (!data) throw new Error("a page was shown with nobody signed in");
  return data;
}
