// What the page of tables reads.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "@/api/call";

export interface RowFilter {
  own_unit: boolean;
  q: string;
}

/** The definitions: data of the installation, which do not change while it runs. */
export const tables_query = () =>
  queryOptions({
    queryKey: ["tables"],
    queryFn: async ({ signal }) => (await call("listTables", { signal })).data.items,
    staleTime: Infinity,
  });

export const rows_query = (table: string, filter: RowFilter) =>
  infiniteQueryOptions({
    queryKey: ["live", "table-rows", table, filter],
    initialPageParam: "",
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...filter, after: pageParam, limit: 50 };
      return (await call("listTableRows", { signal, path: { table }, query })).data;
    },
    getNextPageParam: (page) => page.next || undefined,
  });

export const row_query = (table: string, row: string) =>
  queryOptions({
    queryKey: ["live", "table-row", table, row],
    queryFn: ({ signal }) => call("getTableRow", { signal, path: { table, row } }),
  });
