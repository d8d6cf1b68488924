import type { ChartOfAccounts, EntryKind } from "@spendbook/normalizer";
import type { Movement } from "./movement.js";

const accounts: Readonly<Record<EntryKind, keyof ChartOfAccounts>> = {
  usage: "usage",
  refund: "usage",
  "top-up": "bank",
  grant: "grants",
  expiry: "expired",
  fee: "fees",
  adjustment: "adjustments",
  unclassified: "suspense",
};

/**
 * The account that a movement has beside the wallet. A late correction goes where the movement that it corrects would
 * have gone: one of usage is an expense, one of a top-up came from the bank.
 */
export function counterAccount({ kind, corrects, code }: Movement, chart: ChartOfAccounts): string {
  if (kind === "unexplained") return chart.suspense;
  const booked = corrects?.kind ?? kind;
  const isExpense = isPurchase(booked);
  return isExpense && code !== null ? code : chart[accounts[booked]];
}

/** Whether a movement is something bought of the provider, or given back: what the mapping's accounts are for. */
export function isPurchase(kind: string): boolean {
  return kind === "usage" || kind === "refund";
}
