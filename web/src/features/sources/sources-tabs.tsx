// The register of sources and the agenda pool stand side by side.
import { NavLink } from "react-router";
import { useWords } from "@/messages";

export function SourcesTabs() {
  const { conveyances } = useWords();
  return (
    <nav className="sources-tabs" aria-label={conveyances.tabs}>
      <NavLink to="/sources" end>{conveyances.register}</NavLink>
      <NavLink to="/conveyances" end>{conveyances.page}</NavLink>
    </nav>
  );
}
