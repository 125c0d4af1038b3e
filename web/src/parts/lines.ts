// Texts that hold several things, as people type them.

/** One a line; blank lines count for nothing. */
export const lines_of = (text = ""): string[] =>
  text.split("\n").map((one) => one.trim()).filter((one) => one !== "");

/** Names with either kind of comma, the pause mark or a line between them. */
export const names_of = (text = ""): string[] =>
  text.split(/[,\uff0c\u3001\n]/).map((one) => one.trim()).filter((one) => one !== "");
