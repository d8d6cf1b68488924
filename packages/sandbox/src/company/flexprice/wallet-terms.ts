import type { Random } from "../random.js";

/** What every transaction of one wallet has in common. */
export interface FlexpriceTerms {
  readonly account: string;
  readonly walletId: string;
  readonly customerId: string;
  /** Lower case. */
  readonly currency: string;
  /** Currency for one credit spent, in billionths. */
  readonly conversionRate: bigint;
  /** Currency for one credit bought, in billionths. */
  readonly topupRate: bigint;
  readonly random: Random;
}

/** The provider's ids are a word and a ULID. */
export function flexpriceId(word: string, random: Random): string {
  return `${word}_01K${random.text(23, "0123456789ABCDEFGHJKMNPQRSTVWXYZ")}`;
}
