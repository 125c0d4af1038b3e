// One document: loading it, and why it could not be.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { document_query } from "@/api/documents";
import { session_query } from "@/api/queries";
import { useWords } from "@/messages";
import { Loaded, Loading } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { PageHead, useTitle } from "@/parts/page-head";
import { ReadingDesk } from "./reading-desk";

export default function ReviewPage() {
  const { id = "" } = useParams();
  const { documents, review } = useWords();
  const document = useQuery(document_query(id));
  const session = useQuery(session_query());
  useTitle(documents.page);
  return (
    <Loaded query={document} waiting={<Loading rows={12} />}>
      {({ data }) =>
        data.parts.length === 0 ? (
          <>
            <PageHead title={data.summary.title} />
            <Nothing title={review.empty_text} />
          </>
        ) : (
          <ReadingDesk key={id} document={data} login={session.data?.login ?? ""} />
        )
      }
    </Loaded>
  );
}
