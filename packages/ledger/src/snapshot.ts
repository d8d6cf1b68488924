import type { AccountKey } from "./record.js";

/** A provider's answer to "what is the balance now", as a collector hands it over. */
export interface SnapshotInput {
  readonly wallet: string;
  readonly endpoint: string;
  /** The answer's JSON text as it came. */
  readonly body: string;
  readonly sha256: string;
  /** UTC instant (ISO 8601 with Z) at which the balance was asked for; kept to the millisecond. */
  readonly takenAt: string;
}

/** A stored balance; every collection adds its own, also where nothing changed. */
export interface StoredSnapshot<Provider extends string = string> extends AccountKey<Provider> {
  readonly wallet: string;
  readonly endpoint: string;
  /** Number of the account's run that took it. */
  readonly run: number;
  readonly body: unknown;
  readonly sha256: string;
  readonly takenAt: string;
}
