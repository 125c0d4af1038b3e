// The first page of somebody: the workbench where there are tasks to see, else what there is.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Navigate } from "react-router";
import { session_query } from "@/api/queries";
import { useWords } from "@/messages";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";

export function Home({ bench }: { bench: ReactNode }) {
  const { app } = useWords();
  const { data } = useQuery(session_query());
  const actions = data?.actions ?? [];
  if (actions.includes("see_tasks")) return bench;
  if (actions.includes("see_documents")) return <Navigate to="/documents" replace />;
  if (actions.includes("manage_accounts")) {
    return <Navigate to="/administration/accounts" replace />;
  }
  if (actions.includes("read_audit")) return <Navigate to="/administration/audit" replace />;
  if (actions.includes("manage_staff")) return <Navigate to="/administration/divisions" replace />;
  if (actions.includes("verify_log")) return <Navigate to="/administration/log" replace />;
  return (
    <>
      <PageHead title={app.name} />
      <Nothing title={app.nothing_here} more={app.nothing_here_next} />
    </>
  );
}
