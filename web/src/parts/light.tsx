// The clock of a thing as a light: colour, shape and word together, so that none is needed alone.
import { useWords } from "@/messages";
import "./light.css";

export type LightName = "on_time" | "due_soon" | "overdue" | "undated" | "closed" | "suspended";

const shapes: Record<LightName, string> = {
  on_time: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z",
  due_soon: "M8 1.2L15.4 14.4H.6z",
  overdue: "M8 .6L15.4 8L8 15.4L.6 8z",
  undated: "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12zm0 2a4 4 0 1 0 0 8a4 4 0 0 0 0-8z",
  suspended: "M3 2h3.6v12H3zm6.4 0H13v12H9.4z",
  closed: "M1.6 8.6l2-2l2.8 2.8l6-6l2 2l-8 8z",
};

export function Light({ light }: { light: LightName }) {
  const { lights } = useWords();
  return (
    <span className={`light light-${light}`}>
      <svg viewBox="0 0 16 16" width="11" height="11" aria-hidden="true">
        <path d={shapes[light]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {lights[light]}
    </span>
  );
}
