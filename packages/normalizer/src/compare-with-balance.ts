import type { Big } from "big.js";
import type { WalletBalance } from "./wallet-balance.js";
import { totalOf, type WalletSums } from "./wallet-sums.js";

/** The sum of a wallet's records beside the balance that the provider states. */
export interface Comparison {
  /** `agrees-in-credits`: equal in the wallet's own unit, while its two rates make the currency differ. */
  readonly outcome: "agrees" | "agrees-in-credits" | "differs";
  readonly balance: WalletBalance;
  readonly stated: Big;
  readonly recorded: Big;
  /** stated − recorded, in currency. */
  readonly difference: Big;
  /** The sum of the records in credits, where the wallet is kept in them. */
  readonly recordedCredits: Big | null;
}

/**
 * Compares to the last digit. A record stamped after the moment of the balance may be in it or
 * not, as two clocks differ, so the sum counts as equal with or without those. Credits decide
 * where a wallet is kept in them (Flexprice). Null where there is nothing comparable.
 */
export function compareWithBalance(sums: WalletSums): Comparison | null {
  const { balance } = sums;
  if (balance === null || balance.balance === null) return null;
  const total = totalOf(sums);
  const comparisons = [
    compareAt(sums, balance, balance.balance.amount, total, sums.credits),
    compareAt(
      sums,
      balance,
      balance.balance.amount,
      total.minus(sums.sinceBalance),
      sums.credits?.minus(sums.creditsSinceBalance) ?? null,
    ),
  ];
  return (
    comparisons.find((comparison) => comparison?.outcome === "agrees") ??
    comparisons.find((comparison) => comparison?.outcome === "agrees-in-credits") ??
    comparisons[0] ??
    null
  );
}

function compareAt(
  sums: WalletSums,
  balance: WalletBalance,
  stated: Big,
  recorded: Big,
  recordedCredits: Big | null,
): Comparison | null {
  const figures = { balance, stated, recorded, difference: stated.minus(recorded), recordedCredits: null };
  const isEqual = stated.eq(recorded);
  if (sums.provider !== "flexprice") return { ...figures, outcome: isEqual ? "agrees" : "differs" };

  const hasOneRate = balance.conversionRate !== null && balance.conversionRate === balance.topUpConversionRate;
  if (balance.credits === null || recordedCredits === null) {
    return hasOneRate ? { ...figures, outcome: isEqual ? "agrees" : "differs" } : null;
  }
  const withCredits = { ...figures, recordedCredits };
  if (!recordedCredits.eq(balance.credits)) return { ...withCredits, outcome: "differs" };
  if (isEqual) return { ...withCredits, outcome: "agrees" };
  return { ...withCredits, outcome: hasOneRate ? "differs" : "agrees-in-credits" };
}
