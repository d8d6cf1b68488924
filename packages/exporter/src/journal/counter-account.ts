import type { ChartOfAccounts, EntryKind } from "@spendbook/normalizer";
import type { Movement } from "./movement.js";

const roles: Readonly<Record<EntryKind, keyof ChartOfAccounts>> = {
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
export function counterAccount(
  { kind, corrects, code }: Movement,
  chart: ChartOfAccounts,
): { role: keyof ChartOfAccounts; account: string } {
  const role = kind === "unexplained" ? "suspense" : roles[corrects?.kind ?? kind];
  return { role, account: (role === "usage" ? code : null) ?? chart[role] };
}
