// Texts of the ledger's filters that links from figures set.
export const filters = {
  split: "只看已分解的",
  division: (name: string): string => `地区：${name}`,
  mark: { returned: "退回后还没有重报", look_back: "到期应回头看" },
};
