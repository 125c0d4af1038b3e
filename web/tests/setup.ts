// What jsdom lacks and the widgets ask for.
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class NoEvents extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  close(): void {}
}

// Shared machines are slow at times; a test that would pass must not fail for that.
configure({ asyncUtilTimeout: 15_000 });
vi.stubGlobal("ResizeObserver", NoObserver);
vi.stubGlobal("EventSource", NoEvents);
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false, media: query, onchange: null,
  addEventListener: () => undefined, removeEventListener: () => undefined,
  addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => true,
}));
if (typeof window !== "undefined") {
  // Room for three columns.
  window.innerWidth = 1366;
  Element.prototype.scrollIntoView = () => undefined;
  // jsdom works the whole style sheet through for every element it is asked for: what stands on the
  // element itself is all that these tests need, and much quicker.
  window.getComputedStyle = (element) => (element as HTMLElement).style;

  afterEach(() => {
    cleanup();
    sessionStorage.clear();
    localStorage.clear();
  });
}
