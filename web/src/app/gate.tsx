// Shows the door when nobody is signed in, the pages otherwise.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { status_of } from "@/api/failure";
import { demo_query, session_query } from "@/api/queries";
import { Entrance } from "@/features/session/entrance";
import { UploadsProvider } from "@/features/documents/uploads";
import { Loaded } from "@/parts/loaded";
import { DemoBanner, LanguageSwitch, Shell } from "./shell";
import "./gate.css";

/** The refusal that ended the last session, while there is one. */
function useExpiry(): unknown {
  const client = useQueryClient();
  const [expiry, set_expiry] = useState<unknown>();
  useEffect(() => {
    const heard = (error: unknown) => {
      if (status_of(error) !== 401) return;
      set_expiry(error);
      client.setQueryData(session_query().queryKey, null);
    };
    const queries = client.getQueryCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error") heard(event.action.error);
    });
    const mutations = client.getMutationCache().subscribe((event) => {
      const signing_in = event.mutation?.options.meta?.["entering"] === true;
      if (!signing_in && event.mutation?.state.status === "error") {
        heard(event.mutation.state.error);
      }
    });
    return () => {
      queries();
      mutations();
    };
  }, [client]);
  return expiry;
}

function useIsDemo(): boolean {
  const client = useQueryClient();
  const read = () => client.getQueryData(demo_query().queryKey)?.demo ?? false;
  return useSyncExternalStore((changed) => client.getQueryCache().subscribe(changed), read);
}

function Door({ notice }: { notice: unknown }) {
  const page = (
    <>
      <div className="gate-language">
        <LanguageSwitch />
      </div>
      <Entrance notice={notice} on_enter={() => undefined} />
    </>
  );
  return useIsDemo() ? <DemoBanner>{page}</DemoBanner> : page;
}

export function Gate() {
  const session = useQuery(session_query());
  const expiry = useExpiry();
  return (
    <Loaded query={session}>
      {(data) => {
        if (!data) return <Door notice={expiry} />;
        const pages = (
          <UploadsProvider key={data.login} login={data.login}>
            <Shell session={data} />
          </UploadsProvider>
        );
        return data.demo ? <DemoBanner>{pages}</DemoBanner> : pages;
      }}
    </Loaded>
  );
}
