// Where a task stands, as a word with a mark of how far it is.
import { useWords } from "@/messages";
import "./state-tag.css";

export type StateName = "confirmed" | "assigned" | "reported" | "verified" | "struck_off";
export const state_names: readonly StateName[] = [
  "confirmed", "assigned", "reported", "verified", "struck_off",
];

export function StateTag({ state }: { state: StateName }) {
  const { states } = useWords();
  const reached = state_names.indexOf(state);
  return (
    <span className={`state state-${state}`}>
      <span className="state-steps" aria-hidden="true">
        {state_names.map((name, index) => (
          <i key={name} className={index <= reached ? "on" : ""} />
        ))}
      </span>
      {states[state]}
    </span>
  );
}
