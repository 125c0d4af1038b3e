// What somebody is typing, kept in this tab so that leaving a form loses nothing.
import { useCallback, useState } from "react";

const place_of = (key: string): string => `anmin.draft.${key}`;

function kept<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(place_of(key));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined; // Storage is switched off or holds something else: begin anew.
  }
}

function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(place_of(key));
    else sessionStorage.setItem(place_of(key), JSON.stringify(value));
  } catch {
    // Full or switched off: the form still works, it is only not kept.
  }
}

/** Forgets every draft: another person is signing in at this desk. */
export function forget_drafts(): void {
  try {
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(place_of("")))
      .forEach((name) => sessionStorage.removeItem(name));
  } catch {
    // Nothing was kept then.
  }
}

export interface Draft<T> {
  value: T;
  change: (part: Partial<T>) => void;
  clear: () => void;
}

/** A form's content under `key`, starting from `blank` when nothing is kept. */
export function useDraft<T extends object>(key: string, blank: T): Draft<T> {
  const [held, set_held] = useState({ key, value: { ...blank, ...kept<Partial<T>>(key) } });
  // Another key is another form: take what is kept for it.
  const current = held.key === key ? held : { key, value: { ...blank, ...kept<Partial<T>>(key) } };
  if (current !== held) set_held(current);
  const change = useCallback(
    (part: Partial<T>) => {
      set_held((before) => {
        const value = { ...before.value, ...part };
        keep(key, value);
        return { key, value };
      });
    },
    [key],
  );
  const clear = () => {
    keep(key, undefined);
    set_held({ key, value: blank });
  };
  return { value: current.value, change, clear };
}
