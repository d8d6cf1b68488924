import { instant } from "./instant.js";

/** The company signs up at the end of July, so that August has an opening balance. */
export const signUp = instant("2026-07-28");

/** The first of the three months that are told in full. */
export const firstMonth = instant("2026-08-01");

/** The data ends on a running day: some resources still run, some refunds have just come. */
export const dataEnd = instant("2026-11-02T12:00:00Z");
