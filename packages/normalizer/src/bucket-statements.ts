import type { Big } from "big.js";
import type { ClosedBalance } from "./account-evidence.js";
import type { Assessment, Case } from "./assessment.js";
import { bucketNames, unnamedBucket } from "./checks/check-buckets.js";
import { decimalText } from "./decimal-text.js";
import type { BucketStatement, Evidence } from "./evidence.js";
import { exactDecimal, signOf, zero } from "./exact-decimal.js";
import type { Bucket } from "./ledger-entry.js";
import { type Edge, type Measure, partOf, rollToEdge, sumBefore, sumWithin } from "./sum-cells.js";
import type { UsableBalance } from "./usable-balance.js";

/**
 * The roll-forward of each part of the wallet, by the same evidence as the whole's. NeevCloud's records say which part
 * moved; Flexprice's do not, so its parts are known only where a balance lies at the edge with no movement between.
 */
export function bucketStatements(each: Case, assessment: Assessment): BucketStatement[] {
  const { sums } = each;
  if (sums.provider !== "neevcloud" && sums.provider !== "flexprice") return [];
  if (!sums.balances.some(({ buckets }) => buckets !== null)) return [];
  const { opening, closing, compared } = assessment;
  const balance = sums.balances[compared ?? -1];
  const implied = balance === undefined || compared === null ? null : unnamedBucket(balance, each.cells, compared);
  const parts = (bucket: Bucket): Part => ({ bucket, withUnnamed: bucket === implied, isSure: implied !== null });
  return bucketNames
    .filter((bucket) => sums.balances.some(({ buckets }) => buckets?.[bucket] != null))
    .map((bucket) => {
      const start = edgeOf(each, parts(bucket), "start", opening?.evidence ?? null);
      const end = edgeOf(each, parts(bucket), "end", closing?.evidence ?? null);
      const isMoving = sums.provider === "neevcloud" && assessment.isWhole;
      const moneyIn = isMoving ? sumWithin(each.cells, measureOf(parts(bucket), "in")) : null;
      const moneyOut = isMoving ? sumWithin(each.cells, measureOf(parts(bucket), "out")) : null;
      const unexplained =
        start === null || end === null || moneyIn === null || moneyOut === null || assessment.unexplained === null
          ? null
          : end.minus(start).minus(moneyIn).minus(moneyOut);
      return {
        bucket,
        opening: textOf(start),
        moneyIn: textOf(moneyIn),
        moneyOut: textOf(moneyOut),
        unexplained: textOf(unexplained),
        closing: textOf(end),
      };
    })
    .filter(({ opening, moneyIn, closing }) => opening !== null || moneyIn !== null || closing !== null);
}

/** A part, with the movements that name none where they must have been its own. */
interface Part {
  readonly bucket: Bucket;
  readonly withUnnamed: boolean;
  /** Whether it is known which part such movements are of. */
  readonly isSure: boolean;
}

function measureOf({ bucket, withUnnamed }: Part, direction?: "in" | "out"): Measure {
  const [own, unnamed] = [partOf(bucket, direction), partOf(null, direction)];
  return withUnnamed ? (cell) => own(cell)?.plus(unnamed(cell) ?? zero) ?? null : own;
}

function edgeOf(each: Case, part: Part, edge: Edge, evidence: Evidence | null): Big | null {
  const { sums, cells, closed } = each;
  if (evidence === null) return null;
  if (evidence.method === "closed-statement") return closedPart(closed, part.bucket);
  if (sums.provider === "flexprice" && evidence.method !== "snapshot") return null;
  if (evidence.method === "ledger-sum") {
    const isSure = part.isSure || isNothing(sumBefore(cells, edge, partOf(null)));
    return isSure ? sumBefore(cells, edge, measureOf(part)) : null;
  }
  const index = sums.balances.findIndex(({ takenAt }) => takenAt === evidence.takenAt);
  const stated = partIn(sums.balances[index], part.bucket);
  if (stated === null || !(part.isSure || isNothing(rollToEdge(cells, index, edge, partOf(null))))) return null;
  return stated.plus(rollToEdge(cells, index, edge, measureOf(part)) ?? zero);
}

function partIn(balance: UsableBalance | undefined, bucket: Bucket): Big | null {
  return balance?.buckets?.[bucket]?.amount ?? null;
}

function closedPart(closed: ClosedBalance | null, bucket: Bucket): Big | null {
  const closing = closed?.buckets?.find((each) => each.bucket === bucket)?.closing ?? null;
  return closing === null ? null : exactDecimal(closing);
}

function isNothing(amount: Big | null): boolean {
  return amount !== null && signOf(amount) === 0;
}

function textOf(amount: Big | null): string | null {
  return amount === null ? null : decimalText(amount);
}
