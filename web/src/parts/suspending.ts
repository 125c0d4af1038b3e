// What may be chosen where a task or a problem is suspended, in the order in which it is offered.
export const grounds = ["disaster", "policy", "others", "procedure", "objective"] as const;
export const clocks = ["runs_on", "moves"] as const;
