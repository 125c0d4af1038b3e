// Where a task stands, as a word with a mark of how far it is.
import { useWords } from "@/messages";
import "./state-tag.css";

export type StateName =
  | "confirmed" | "assigned" | "objected" | "reported" | "verified" | "struck_off" | "held"
  | "ended" | "merged";
/** The way of a task that is not given up, in order. */
export const steps_of_life: readonly StateName[] = [
  "confirmed", "assigned", "reported", "verified", "struck_off", "held",
];
export const state_names: readonly StateName[] = [...steps_of_life, "objected", "ended", "merged"];

export function StateTag({ state }: { state: StateName }) {
  const { states } = useWords();
  // What its holder objects to stands where it stood before it was handed out.
  const reached = steps_of_life.indexOf(state === "objected" ? "confirmed" : state);
  return (
    <span className={`state state-${state}`}>
      <span className="state-steps" aria-hidden="true">
        {steps_of_life.map((name, index) => (
          <i key={name} className={index <= reached ? "on" : ""} />
        ))}
      </span>
      {states[state]}
    </span>
  );
}
