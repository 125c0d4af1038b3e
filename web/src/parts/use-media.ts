// What the browser says of its screen and its owner: as narrow as a phone, wishing less movement.
import { useCallback, useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

export const useNarrow = (): boolean => useMedia("(max-width: 767px)");

export const useStill = (): boolean => useMedia("(prefers-reduced-motion: reduce)");
