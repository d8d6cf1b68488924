import type { ProviderId } from "../provider-id.js";

/** What a movement of a wallet is. */
export type MovementKind = "usage" | "refund" | "top-up" | "grant" | "expiry" | "fee" | "adjustment" | "unclassified";

/** One movement of one wallet as the plan meant it, noted beside the record that tells of it. */
export interface Movement {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  /** Upper case, such as USD. */
  readonly currency: string;
  /** Id of the record that tells of it; null where the provider lists none (Prime Intellect's money in). */
  readonly recordId: string | null;
  readonly kind: MovementKind;
  /** Billionths of the currency, into the wallet +, out of it −. */
  readonly amount: bigint;
  /** Billionths of a credit with the same sign, where the wallet is kept in credits. */
  readonly credits: bigint | null;
  /** What was used: a resource type or a model; null where the provider does not say. */
  readonly service: string | null;
  /** UTC date of the posting, `YYYY-MM-DD`. */
  readonly postedOn: string;
  /** UTC date of the use, where the provider tells it apart from the posting. */
  readonly incurredOn: string;
  /** From when the provider shows it (ISO 8601, UTC, milliseconds). */
  readonly at: string;
}
