// Where the rows behind a figure of a division are.
const open_states = ["confirmed", "assigned", "objected", "reported", "verified"] as const;

export const late_address = (division: string): string =>
  `/ledger?overdue=1&division=${division}`;
export const open_address = (division: string): string =>
  `/ledger?${open_states.map((name) => `state=${name}`).join("&")}&division=${division}`;
