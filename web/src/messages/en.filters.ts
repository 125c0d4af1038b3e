// Texts of the ledger's filters that links from figures set.
import type { Words } from "./zh-CN";

export const filters: Words["filters"] = {
  split: "Taken apart only",
  division: (name) => `Division: ${name}`,
  mark: { returned: "Returned and not reported again", look_back: "Due to be looked at again" },
};
