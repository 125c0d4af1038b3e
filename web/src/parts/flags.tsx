// What the state alone does not say of a task: sent back, not signed for.
import { useWords } from "@/messages";
import "./flags.css";

interface Flagged {
  state: string;
  signed_on: string | null;
  returned_on: string | null;
}

/** Nothing where there is nothing to say. */
export function Flags({ row }: { row: Flagged }) {
  const { clerk } = useWords();
  // As the ledger's filter has it: what came back and was never signed for is both.
  const unsigned = row.state === "assigned" && row.signed_on === null;
  if (!row.returned_on && !unsigned) return null;
  return (
    <span className="flags">
      {row.returned_on ? <span className="flag flag-returned">{clerk.returned}</span> : null}
      {unsigned ? <span className="flag">{clerk.unsigned}</span> : null}
    </span>
  );
}
