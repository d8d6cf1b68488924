/** The formats a statement can be written in. */
export const formats = ["csv", "xlsx", "json"] as const;
export type Format = (typeof formats)[number];
