import type { AccountEvidence } from "./account-evidence.js";
import type { ProviderId } from "./record.js";
import type { Completeness } from "./statement.js";

/** What a wallet's records can show at best. */
export type Coverage = Exclude<Completeness, "partial">;

/** What the provider lists, and what of it this key may read. */
export function coverageOf(evidence: AccountEvidence, hasEntries: boolean): Coverage {
  switch (evidence.provider) {
    case "prime-intellect":
    case "runpod":
      return "usage-only";
    case "neevcloud":
      return "full-ledger";
    case "flexprice":
      return evidence.moneyIn || hasEntries ? "full-ledger" : "balance-only";
    case "wavespeed":
      return evidence.moneyIn ? "full-ledger" : "usage-only";
  }
}

/** Whether the provider states what a wallet holds: without that, nothing proves its spending. */
export function statesBalance(provider: ProviderId): boolean {
  return provider !== "runpod";
}

/** Whether something of that is missing: a failed collection, a refused record, a list that is no longer open. */
export function isPartial(evidence: AccountEvidence, hasEntries: boolean, hasRefusals: boolean): boolean {
  const isClosedToKey = evidence.provider === "flexprice" && !evidence.moneyIn && hasEntries;
  return !evidence.complete || evidence.failure !== null || hasRefusals || isClosedToKey;
}
