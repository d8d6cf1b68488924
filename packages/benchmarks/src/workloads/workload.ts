/** A request of the collector's, without what the answers do not depend on. */
export interface FeedRequest {
  /** Method and path. */
  readonly operation: string;
  readonly query: URLSearchParams;
  /** The parsed body; null where there is none. */
  readonly body: unknown;
}

/** One account with a month of records, each made from its index when it is asked for: the same on every machine. */
export interface Workload {
  /** Records that a ledger holds once the account is collected. */
  readonly records: number;
  /** The wallet's balance after all of them, in micro-dollars. */
  readonly balance: number;
  /** The answer's body, or undefined where the API has no such operation. */
  answer(request: FeedRequest): unknown;
}
