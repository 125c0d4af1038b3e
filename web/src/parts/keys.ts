// Single-key commands of a page. They rest while somebody types, and can be switched off.
import { useEffect, useRef, useState } from "react";

export type Commands = Record<string, () => void>;

const place = "anmin.single-keys";
const typing = "input, textarea, select, [contenteditable=true], [role=dialog], [role=combobox]";
// Enter on these already does what they are for.
const pressable = "button, a, [role=button], [role=tab], [role=menuitem]";

function is_taken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(typing)) return target.getAttribute("type") !== "checkbox";
  return event.key === "Enter" && target?.closest(pressable) != null;
}

export function useCommands(commands: Commands, enabled: boolean): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (is_taken(event)) return;
      const command = current.current[event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [enabled]);
}

/** Whether single-key commands are on, remembered on this machine. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, set_on] = useState(() => {
    try {
      return localStorage.getItem(place) !== "off";
    } catch {
      return true; // Storage is switched off.
    }
  });
  const choose = (chosen: boolean) => {
    set_on(chosen);
    try {
      localStorage.setItem(place, chosen ? "on" : "off");
    } catch {
      // It then lasts as long as the page.
    }
  };
  return [on, choose];
}
