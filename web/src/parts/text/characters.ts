// A text addressed by Unicode characters, as the contract counts, on top of UTF-16 strings.

export class Characters {
  readonly text: string;
  readonly length: number;
  // Where each character starts, only kept when some character takes two units.
  private readonly starts_: Uint32Array | undefined;

  constructor(text: string) {
    this.text = text;
    if (!/[\ud800-\udfff]/.test(text)) {
      this.length = text.length;
      return;
    }
    const starts = new Uint32Array(text.length + 1);
    let count = 0;
    for (let unit = 0; unit < text.length; count += 1) {
      starts[count] = unit;
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    }
    starts[count] = text.length;
    this.length = count;
    this.starts_ = starts.subarray(0, count + 1);
  }

  /** The UTF-16 unit at which a character starts; ends and beyond are the text's end. */
  unit_of(character: number): number {
    const clamped = Math.max(0, Math.min(character, this.length));
    return this.starts_ ? (this.starts_[clamped] ?? this.text.length) : clamped;
  }

  /** The character that starts at, or holds, a UTF-16 unit. */
  character_of(unit: number): number {
    if (!this.starts_) return Math.max(0, Math.min(unit, this.length));
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts_[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit_of(start), this.unit_of(end));
  }
}
