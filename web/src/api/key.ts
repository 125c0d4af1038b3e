// Idempotency keys: one per submission, kept while it is sent again unchanged.

/** A random version-4 UUID. crypto.randomUUID exists on https and localhost only. */
export function fresh_key(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export interface KeyRing {
  /** The key for this content: the same until it succeeded or the content changed. */
  key_for(content: unknown): string;
  /** The submission succeeded; the same content again would be a new one. */
  done(): void;
}

export function key_ring(make: () => string = fresh_key): KeyRing {
  let held: { content: string; key: string } | undefined;
  return {
    key_for(content) {
      const text = JSON.stringify(content);
      if (held?.content !== text) held = { content: text, key: make() };
      return held.key;
    },
    done() {
      held = undefined;
    },
  };
}
