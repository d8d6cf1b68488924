/** An account at a provider: what a collection run is about. */
export interface AccountKey<Provider extends string = string> {
  readonly provider: Provider;
  readonly account: string;
}

/** A record as a collector hands it over. */
export interface RecordInput {
  readonly wallet: string;
  /** Method and path template, for example `GET /api/v1/billing/wallet`. */
  readonly endpoint: string;
  /** The provider's own id of the record; unique within account, wallet and endpoint. */
  readonly sourceId: string;
  /** UTC instant (ISO 8601 with Z) of the posting as the provider states it. Kept to the millisecond, only to sort by. */
  readonly occurredAt: string;
  /** The record's JSON text as it came. */
  readonly body: string;
  /** SHA-256 that tells two states of the record apart, in lower-case hex. */
  readonly sha256: string;
}

/** One state of a record. */
export interface StoredRevision {
  /** 1 for the state first seen, counting up with every change; a record that changes back gets one more. */
  readonly number: number;
  /** Number of the account's run that brought this state. */
  readonly run: number;
  /** The record as parsed JSON. */
  readonly body: unknown;
  readonly sha256: string;
  /** UTC instants (ISO 8601 with Z, milliseconds); never out of order, whatever the clock did. */
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** A record with every revision seen of it, oldest first; never empty. */
export interface StoredRecord<Provider extends string = string> extends AccountKey<Provider> {
  readonly wallet: string;
  readonly endpoint: string;
  readonly sourceId: string;
  /**
   * The posting that the first revision states, to the millisecond (ISO 8601 with Z). It never moves, so that neither
   * does the record's place among the others. In a ledger of schema 1 it had moved with each revision until then.
   */
  readonly occurredAt: string;
  readonly revisions: readonly [StoredRevision, ...StoredRevision[]];
}

/** What storing a record did: the ledger had not seen it, had it otherwise, or had it like this. */
export type Filing = "added" | "changed" | "unchanged";
