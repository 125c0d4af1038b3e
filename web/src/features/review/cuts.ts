// Places at which a drafted task may sensibly be cut: behind its marks.
const mark = /[\uff0c\uff1b\u3002\u3001\uff1a,;]/u;

/** Behind each mark that has text on both sides. */
export function marks_in(characters: readonly string[]): number[] {
  return characters.flatMap((one, at) =>
    mark.test(one) && at > 0 && at + 1 < characters.length ? [at + 1] : [],
  );
}

/** The mark nearest to the middle; the middle itself when there is none. */
export function middle_mark(characters: readonly string[]): number {
  const middle = Math.max(1, Math.floor(characters.length / 2));
  const distance = (at: number) => Math.abs(at - middle);
  return marks_in(characters).reduce<number | undefined>(
    (best, at) => (best === undefined || distance(at) < distance(best) ? at : best),
    undefined,
  ) ?? middle;
}
