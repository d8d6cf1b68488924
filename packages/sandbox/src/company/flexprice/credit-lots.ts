/** Credits that came in together and are used up over time; billionths of a credit. */
export interface CreditLot {
  readonly id: string;
  /** Lower is used first. */
  readonly priority: number;
  /** Instant; Infinity where they do not expire. */
  readonly expiry: number;
  available: bigint;
}

/**
 * Takes credits from the lots, by priority, then those that expire first, then the oldest; gives the lots touched.
 * Throws `RangeError` where there are not enough.
 */
export function consumeCredits(lots: readonly CreditLot[], credits: bigint): CreditLot[] {
  const touched: CreditLot[] = [];
  let open = credits;
  for (const lot of lots.toSorted(compareLots)) {
    const isEnough = lot.available >= open;
    const taken = isEnough ? open : lot.available;
    if (taken === 0n) continue;
    lot.available -= taken;
    open -= taken;
    touched.push(lot);
  }
  if (open > 0n) throw new RangeError("the plan spends more credits than the wallet has");
  return touched;
}

function compareLots(one: CreditLot, other: CreditLot): number {
  if (one.priority !== other.priority) return one.priority - other.priority;
  return one.expiry < other.expiry ? -1 : Number(one.expiry > other.expiry);
}
