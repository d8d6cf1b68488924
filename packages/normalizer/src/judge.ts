import type { Big } from "big.js";
import { isBefore } from "./compare-instants.js";
import type { Comparison } from "./compare-with-balance.js";
import type { Coverage } from "./completeness.js";
import { decimalText } from "./decimal-text.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import type { Verdict } from "./statement.js";
import type { WalletSums } from "./wallet-sums.js";

export interface Judgement {
  readonly verdict: Verdict;
  /** Whether the records may be taken for all of the wallet's movement, so that opening and closing follow from them. */
  readonly isLedgerWhole: boolean;
  readonly notes: readonly string[];
}

/** What there is to judge a wallet's month by. */
export interface Case {
  readonly sums: WalletSums;
  readonly coverage: Coverage;
  readonly isPartial: boolean;
  readonly comparison: Comparison | null;
  /** The first instant after the month. */
  readonly monthEnd: string;
}

/**
 * What the evidence says about a wallet's month, with a note that names the figures and, short
 * of `proved`, what is missing and how to get it.
 */
export function judge({ sums, coverage, isPartial, comparison, monthEnd }: Case): Judgement {
  if (coverage === "usage-only") return { verdict: "unproved", isLedgerWhole: false, notes: [usageOnlyNote(sums)] };
  if (coverage === "balance-only") return { verdict: "unproved", isLedgerWhole: false, notes: [balanceOnlyNote(sums)] };
  if (comparison === null) return { verdict: "unproved", isLedgerWhole: !isPartial, notes: [noBalanceNote] };
  // Records that sum to the balance prove themselves, even after a collection that failed; no records prove nothing.
  if (!isPartial || (comparison.outcome !== "differs" && sums.hasEntries))
    return judgeLedger(sums, comparison, monthEnd);
  const note = `${figures(sums, comparison)} Records may be missing; see the warnings, then collect again.`;
  return { verdict: "unproved", isLedgerWhole: false, notes: [note] };
}

const noBalanceNote =
  "There is no balance to compare the records with. Collect again: the balance is read after the records.";

function judgeLedger(sums: WalletSums, comparison: Comparison, monthEnd: string): Judgement {
  const { outcome, balance } = comparison;
  const print = figures(sums, comparison);
  const judgement = (verdict: Verdict, note: string): Judgement => ({ verdict, isLedgerWhole: true, notes: [note] });
  if (outcome === "differs") return judgement(...explain(sums, comparison.difference, print));
  if (isBefore(balance.takenAt, monthEnd)) {
    return judgement("unproved", `${print} That was before the month ended: collect once after ${monthEnd}.`);
  }
  if (outcome === "agrees") return judgement("proved", print);
  const rates = `credits are bought at ${balance.topUpConversionRate ?? "an unstated rate"} and spent at ${balance.conversionRate ?? "an unstated rate"}`;
  return judgement("explained", `${print} The difference in currency comes from the rates: ${rates}.`);
}

/** Whether a difference has a documented cause; what has none breaks the wallet. */
function explain(sums: WalletSums, difference: Big, print: string): [Verdict, string] {
  if (sums.unsigned.gt("0") && difference.abs().eq(sums.unsigned)) {
    return [
      "explained",
      `${print} That is the total of the records whose direction is unknown; see the unclassified lines.`,
    ];
  }
  if (sums.provider === "wavespeed" && difference.eq("1")) {
    return ["explained", `${print} That is the provider's trial credit of 1 USD, which its lists do not show.`];
  }
  if (sums.provider === "wavespeed" && signOf(difference) > 0) {
    return [
      "unproved",
      `${print} The provider's lists do not show credits that it gives, so this may be such a credit or a missing record. Ask the provider for the account's credits.`,
    ];
  }
  return [
    "broken",
    `${print} A record is missing, doubled or changed, or the balance is wrong. Collect again; if it stays, ask the provider.`,
  ];
}

function figures(sums: WalletSums, { balance, stated, recorded, recordedCredits }: Comparison): string {
  const at = `the provider's balance at ${balance.takenAt}`;
  const money = compareFigures(recorded, stated, sums.currency, at);
  if (recordedCredits === null || balance.credits === null) return money;
  return `${money} ${compareFigures(recordedCredits, exactDecimal(balance.credits), "credits", "its balance in credits")}`;
}

function compareFigures(recorded: Big, stated: Big, unit: string, what: string): string {
  const sum = `The records sum to ${decimalText(recorded)} ${unit}`;
  return recorded.eq(stated)
    ? `${sum}, equal to ${what}.`
    : `${sum}; ${what} is ${decimalText(stated)} ${unit}; the difference is ${decimalText(stated.minus(recorded))} ${unit}.`;
}

function usageOnlyNote(sums: WalletSums): string {
  const missing =
    sums.provider === "wavespeed"
      ? "The provider's list of top-ups could not be read, so money in is unknown."
      : "The provider lists no money in, so top-ups and credits are unknown.";
  return `${missing} Two balances, one at each end of the month, would show their sum: collect on the first of each month.${statedBalance(sums)}`;
}

function balanceOnlyNote(sums: WalletSums): string {
  return `Only the balance is open to this key. Use a key that may read the wallet's transactions.${statedBalance(sums)}`;
}

function statedBalance({ balance }: WalletSums): string {
  if (balance === null || balance.balance === null) return "";
  return ` The balance at ${balance.takenAt} was ${decimalText(balance.balance)} ${balance.currency}.`;
}
