import type { Big } from "big.js";
import type { Case } from "../assessment.js";
import { decimalText } from "../decimal-text.js";
import type { Check } from "../evidence.js";
import { signOf, zero } from "../exact-decimal.js";
import type { Bucket } from "../ledger-entry.js";
import { type Cells, partOf, sumThrough } from "../sum-cells.js";
import type { UsableBalance } from "../usable-balance.js";
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
  const parts = bucketNames.map((bucket) => balance.buckets?.[bucket]?.amount ?? null);
  const unstated = parts.indexOf(null);
  if (unstated !== -1) {
    return [make(null, "missing", `The provider does not state the ${bucketNames[unstated]} part. Collect again.`)];
  }
  const whole = parts.reduce<Big>((sum, part) => sum.plus(part ?? zero), zero);
  const differences = bucketDifferences(balance, cells, index);
  const at = `The parts of the balance at ${balance.takenAt} against the whole.`;
  if (!whole.eq(balance.stated)) {
    return [make(whole, "differs", `${at} The provider's own figures disagree. Ask the provider which is right.`)];
  }
  const unnamed = sumThrough(cells, index, partOf(null)) ?? zero;
  if (differences.length === 0) return [make(whole, "agrees", `${at} Each part is what the records moved of it.`)];
  const implied = unnamedBucket(balance, cells, index);
  if (implied !== null) {
    const note = `${at} Each part is what the records moved of it, where those that name no part (${decimalText(unnamed)} ${sums.currency}) are ${implied}.`;
    return [make(whole, "agrees", note)];
  }
  const list = differences.map(({ bucket, amount }) => `${bucket} by ${decimalText(amount)}`).join(", ");
  const note = `${at} They differ from what the records moved of each: ${list} ${sums.currency}; records that name no part: ${decimalText(unnamed)}. A record's source has changed, or the provider divides otherwise than its documents say. Ask the provider.`;
  return [make(whole, "explained", note)];
}

interface BucketDifference {
  readonly bucket: Bucket;
  readonly amount: Big;
}

/** Where a part of a balance is not what the records moved of it: stated − recorded. */
function bucketDifferences(balance: UsableBalance, cells: Cells, index: number): BucketDifference[] {
  return bucketNames.flatMap((bucket) => {
    const part = balance.buckets?.[bucket]?.amount ?? null;
    const amount = part?.minus(sumThrough(cells, index, partOf(bucket)) ?? zero) ?? zero;
    return signOf(amount) === 0 ? [] : [{ bucket, amount }];
  });
}

/** The part that records without one must have moved, where they account for one part's whole difference. */
export function unnamedBucket(balance: UsableBalance, cells: Cells, index: number): Bucket | null {
  const [only, ...others] = bucketDifferences(balance, cells, index);
  const unnamed = sumThrough(cells, index, partOf(null));
  return only !== undefined && others.length === 0 && unnamed?.eq(only.amount) === true ? only.bucket : null;
}
