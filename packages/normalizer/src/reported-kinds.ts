import type { EntryKind } from "./ledger-entry.js";
import type { ProviderId } from "./record.js";
import type { WalletStatement } from "./statement.js";

/** Where each kind stands in a statement. */
export const kindFields = {
  "top-up": "topUps",
  grant: "grants",
  refund: "refunds",
  usage: "usage",
  expiry: "expired",
  fee: "fees",
  adjustment: "adjustments",
  unclassified: "unclassified",
} as const satisfies Record<EntryKind, keyof WalletStatement>;

/**
 * The kinds that a provider's records can show. A month without such rows has none of them: "0".
 * A kind that is not here cannot be told from these records: null.
 */
const reported: Readonly<Record<ProviderId, readonly EntryKind[]>> = {
  "prime-intellect": ["usage", "refund", "unclassified"],
  neevcloud: ["usage", "top-up", "grant", "adjustment", "unclassified"],
  flexprice: ["usage", "refund", "top-up", "grant", "expiry", "adjustment", "unclassified"],
  wavespeed: ["usage", "refund", "unclassified"],
  runpod: ["usage"],
};

/** Read from WaveSpeed's second list only. */
const reportedWithMoneyIn: readonly EntryKind[] = ["top-up", "adjustment"];

export function isReported(kind: EntryKind, provider: ProviderId, moneyIn: boolean): boolean {
  return (
    reported[provider].includes(kind) || (moneyIn && provider === "wavespeed" && reportedWithMoneyIn.includes(kind))
  );
}
