import { decimalText } from "../decimal-text.js";
import type { LedgerEntry } from "../ledger-entry.js";

/** What a person checks first: kind, amount and when, with `?` before a figure of unknown sign. */
export function short(entry: LedgerEntry): string {
  const figure =
    entry.amount !== null
      ? decimalText(entry.amount)
      : entry.unsignedAmount !== null
        ? `?${decimalText(entry.unsignedAmount)}`
        : "none";
  return `${entry.kind} ${figure} ${entry.currency} ${entry.postedAt}${entry.estimated ? " estimated" : ""}`;
}
