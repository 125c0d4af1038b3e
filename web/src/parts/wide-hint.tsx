// That a table goes on beside the screen: said only while it does.
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "@/messages";
import "./wide-hint.css";

interface WideHintProps {
  columns: number;
  children: ReactNode;
}

/** Around a table that scrolls sideways. */
export function WideHint({ columns, children }: WideHintProps) {
  const { clerk } = useWords();
  const around = useRef<HTMLDivElement>(null);
  const [is_wide, set_wide] = useState(false);
  useEffect(() => {
    const box = around.current?.querySelector(".ant-table-content");
    if (!box || typeof ResizeObserver === "undefined") return undefined;
    const watch = new ResizeObserver(() => set_wide(box.scrollWidth > box.clientWidth + 1));
    watch.observe(box);
    return () => watch.disconnect();
  }, [columns]);
  return (
    <div ref={around} className="wide">
      {is_wide ? <p className="wide-hint">{clerk.rows_wide(columns)}</p> : null}
      {children}
    </div>
  );
}
