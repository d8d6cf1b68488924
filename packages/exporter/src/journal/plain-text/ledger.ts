import { plainTextFormat } from "./plain-text-format.js";

/** A journal for ledger. */
export const ledger = plainTextFormat({ program: "ledger", extension: "ledger", directives: "" });
