import { plainTextFormat } from "./plain-text-format.js";

/** A journal for hledger. Its `1.000` could be a thousand elsewhere, so the sign before decimals is named. */
export const hledger = plainTextFormat({ program: "hledger", extension: "journal", directives: "decimal-mark .\n" });
