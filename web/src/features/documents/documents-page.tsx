// The documents that came in, and where more are handed in.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { documents_query, session_query } from "@/api/queries";
import { useWords } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";
import { useNarrow } from "@/parts/use-media";
import { DocumentCards } from "./document-cards";
import { DocumentTable } from "./document-table";
import { DropZone } from "./drop-zone";
import "./documents.css";

export default function DocumentsPage() {
  const { documents, ledger } = useWords();
  const query = useInfiniteQuery(documents_query());
  const session = useQuery(session_query());
  const narrow = useNarrow();
  const may_receive = session.data?.actions.includes("receive_document") ?? false;
  return (
    <>
      <PageHead title={documents.page} intro={documents.intro} />
      {may_receive ? <DropZone /> : null}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return (
              <div className="documents-none">
                <Nothing
                  title={documents.none}
                  more={may_receive ? documents.none_more : documents.none_readonly}
                />
              </div>
            );
          }
          return (
            <>
              {narrow ? <DocumentCards rows={rows} /> : <DocumentTable rows={rows} />}
              <LoadMore query={query} className="documents-more">
                {ledger.more}
              </LoadMore>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
