// The texts of taking back and correcting a change of divisions, in English.
export const corrections = {
  withdraw: "Take back",
  correct: "Correct",
  withdrawn: "Taken back",
  taken_back: (by: string, time: string, reason: string) =>
    `Taken back by ${by}, ${time}: ${reason}`,
  withdraw_more:
    "The divisions will be as if the change had never been recorded. Seen as known before, it is " +
    "still there, and the log keeps it.",
  correct_more:
    "The recorded change is taken back and this one put in its place: both happen, or neither.",
  other_parts: "This split has several parts: the first is changed here, the others stay.",
  reason: "What was wrong",
  reason_more: "Say what is authoritative; the list of changes will always show it",
};
