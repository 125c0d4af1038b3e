// A list whose far parts are only room held free: thousands of rich rows open as fast as twenty.
import { useEffect, useRef, useState, type ReactNode } from "react";

const chunk_size = 20;

interface ChunkProps {
  pinned: boolean;
  /** About how high the chunk will be, in pixels. */
  height: number;
  children: () => ReactNode;
}

function Chunk({ pinned, height, children }: ChunkProps) {
  const [near, set_near] = useState(typeof IntersectionObserver === "undefined");
  const room = useRef<HTMLDivElement>(null);
  const drawn = near || pinned;
  useEffect(() => {
    if (drawn || !room.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) set_near(true);
      },
      { rootMargin: "600px 0px" },
    );
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [drawn]);
  return drawn ? <ol>{children()}</ol> : <div ref={room} style={{ height }} />;
}

interface LazyListProps<T> {
  items: readonly T[];
  /** Must be drawn wherever it is. */
  pinned: T | undefined;
  /** About how high one item is, in pixels. */
  height: number;
  className?: string;
  /** Draws one item, with its key. */
  children: (item: T) => ReactNode;
}

export function LazyList<T>({ items, pinned, height, className, children }: LazyListProps<T>) {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += chunk_size) {
    chunks.push(items.slice(at, at + chunk_size));
  }
  return (
    <div className={className}>
      {chunks.map((chunk, index) => (
        <Chunk
          key={`${index}`}
          pinned={pinned !== undefined && chunk.includes(pinned)}
          height={chunk.length * height}
        >
          {() => chunk.map((item) => children(item))}
        </Chunk>
      ))}
    </div>
  );
}
