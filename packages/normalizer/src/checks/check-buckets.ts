import type { Big } from "big.js";
import type { Case } from "../assessment.js";
import { decimalText } from "../decimal-text.js";
import type { Check } from "../evidence.js";
import { signOf, zero } from "../exact-decimal.js";
import type { Bucket } from "../ledger-entry.js";
import { partOf, sumThrough } from "../sum-cells.js";
import { createCheck } from "./create-check.js";

export const bucketNames: readonly Bucket[] = ["paid", "granted", "earned"];

/**
 * The parts of a balance against the whole, and against what the records moved of each. That the source of a debit is
 * the part that paid is our reading, so a division that differs explains less but breaks nothing.
 */
export function checkBuckets({ sums, cells }: Case, index: number | null): Check[] {
  const balance = sums.balances[index ?? -1];
  if (index === null || balance?.buckets == null) return [];
  const make = (found: Big | null, outcome: Check["outcome"], note: string): Check =>
    createCheck("buckets-and-balance", sums.currency, balance.stated, found, outcome, note);
  const { buckets } = balance;
  const differences: { bucket: Bucket; amount: Big }[] = [];
  let whole = zero;
  for (const bucket of bucketNames) {
    const part = buckets[bucket];
    if (part === null) return [make(null, "missing", `The provider does not state the ${bucket} part. Collect again.`)];
    whole = whole.plus(part.amount);
    const amount = part.amount.minus(sumThrough(cells, index, partOf(bucket)) ?? zero);
    if (signOf(amount) !== 0) differences.push({ bucket, amount });
  }
  const at = `The parts of the balance at ${balance.takenAt} against the whole.`;
  if (!whole.eq(balance.stated)) {
    return [make(whole, "differs", `${at} The provider's own figures disagree. Ask the provider which is right.`)];
  }
  const unnamed = sumThrough(cells, index, partOf(null)) ?? zero;
  const [only, ...others] = differences;
  if (only === undefined) return [make(whole, "agrees", `${at} Each part is what the records moved of it.`)];
  if (others.length === 0 && only.amount.eq(unnamed)) {
    const note = `${at} Each part is what the records moved of it, where those that name no part (${decimalText(unnamed)} ${sums.currency}) are ${only.bucket}.`;
    return [make(whole, "agrees", note)];
  }
  const list = differences.map(({ bucket, amount }) => `${bucket} by ${decimalText(amount)}`).join(", ");
  const note = `${at} They differ from what the records moved of each: ${list} ${sums.currency}; records that name no part: ${decimalText(unnamed)}. A record's source has changed, or the provider divides otherwise than its documents say. Ask the provider.`;
  return [make(whole, "explained", note)];
}
