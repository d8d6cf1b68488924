/** The versions of the FinOps Open Cost and Usage Specification that files are written in. */
export type FocusVersion = "1.2" | "1.4";
