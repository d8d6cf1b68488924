import type { LedgerEntry } from "../ledger-entry.js";
import type { Basis } from "../statement.js";

/** The instant that decides an entry's month. */
export function decidedAt({ postedAt, chargePeriod }: LedgerEntry, basis: Basis): string {
  return basis === "incurred" ? (chargePeriod?.start ?? postedAt) : postedAt;
}
