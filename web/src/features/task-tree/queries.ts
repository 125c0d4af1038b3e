// What only the form of taking a task apart reads.
import { queryOptions } from "@tanstack/react-query";
import { call } from "@/api/call";

/** Data of the installation, which do not change while it runs. */
export const stage_schemes_query = () =>
  queryOptions({
    queryKey: ["stage-schemes"],
    queryFn: async ({ signal }) => (await call("listStageSchemes", { signal })).data.items,
    staleTime: Infinity,
  });
