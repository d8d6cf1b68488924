import { latestRevision, recordIdOf } from "../entry.js";
import { negated } from "../exact-decimal.js";
import { openFields } from "../fields.js";
import type { SourceRecord } from "../record.js";
import { readRunpodCost, runpodCurrency } from "./runpod.js";
import type { AccountUsage } from "./wavespeed-account.js";

export const runpodTotal = "GET /v2/billing";

/**
 * What the account spent in one bucket on all resources together: a second figure for what the lists tell resource by
 * resource, to compare and never to add. Throws `NormalizationError`.
 */
export function readRunpodTotal(record: SourceRecord): AccountUsage {
  const { cost, bucket } = readRunpodCost(openFields(latestRevision(record).body, recordIdOf(record)));
  return { amount: { amount: negated(cost), currency: runpodCurrency }, postedAt: bucket.start, model: null };
}
