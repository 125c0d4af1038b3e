// An address that is no page.
import { Link } from "react-router";
import { useWords } from "@/messages";
import { Nothing } from "@/parts/nothing";
import { PageHead } from "@/parts/page-head";

export function Lost() {
  const { app } = useWords();
  return (
    <>
      <PageHead title={app.not_found} />
      <Nothing
        title={app.not_found}
        more={app.not_found_next}
        action={<Link to="/">{app.home}</Link>}
      />
    </>
  );
}
