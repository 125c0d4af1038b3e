// A window over a list that was opened from elsewhere closes to where it was opened.

/** For the link that opens it. */
export const from_here = { is_way_back: true } as const;

/** Whether closing goes a step back instead of to the list below. */
export const goes_back = (state: unknown): boolean =>
  (state as Partial<typeof from_here> | null)?.is_way_back === true;
