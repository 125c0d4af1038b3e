// How many branches and persons were reached, and of how many.
import type { Reach } from "@/api/shapes";
import { useWords } from "@/messages";

export function ReachLines({ reach }: { reach: Reach }) {
  const { sources } = useWords();
  if (reach.branches === 0) return <p className="muted">{sources.reach_none}</p>;
  return (
    <div className="reach">
      <b className="number">
        {sources.reach_branches(reach.branches_reached, reach.branches, reach.branches_whole)}
      </b>
      <b className="number">{sources.reach_persons(reach.persons_reached, reach.persons)}</b>
      <span className="muted">{sources.reach_note}</span>
    </div>
  );
}
