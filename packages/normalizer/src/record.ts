/** The providers whose records spendbook understands, by their package names. */
export type ProviderId = "prime-intellect" | "neevcloud" | "flexprice" | "wavespeed" | "runpod";

/** One state of a provider's record, as it came. */
export interface Revision {
  /** 1 for the state first seen, counting up with every change. */
  readonly number: number;
  /** The record as parsed JSON; every number in it prints back as the provider wrote it. */
  readonly body: unknown;
  /** SHA-256 of the record's canonical JSON (RFC 8785), in lower-case hex. */
  readonly sha256: string;
  /** The UTC instants (ISO 8601 with Z) at which this state was first and last seen. */
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** A provider's record with every revision seen of it, oldest first; never empty. */
export interface SourceRecord {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  /** Method and path template, for example `GET /api/v1/billing/wallet`. */
  readonly endpoint: string;
  /** The provider's own id of the record. */
  readonly sourceId: string;
  readonly revisions: readonly [Revision, ...Revision[]];
}

/** A provider's answer to "what is the balance now", as it came. */
export interface SourceSnapshot {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly endpoint: string;
  readonly body: unknown;
  readonly sha256: string;
  /** UTC instant (ISO 8601 with Z) at which the balance was asked for. */
  readonly takenAt: string;
}
