import { decimalText } from "./decimal-text.js";
import type { Verdict } from "./statement.js";
import type { WalletSums } from "./wallet-sums.js";

/** A verdict, with notes that name the figures and, short of `proved`, what is missing and how to get it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly notes: readonly string[];
}

export const askAgain =
  "A record is missing, doubled or changed, or a balance is wrong. Collect again; if it stays, ask the provider.";

export function correctedNote(sums: WalletSums): string {
  return `That is what was already there when the month before was closed; the corrections of ${decimalText(sums.corrected)} ${sums.currency} in this month put it right.`;
}
