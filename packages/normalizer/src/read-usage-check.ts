import { readRunpodTotal, runpodTotal } from "./providers/runpod-total.js";
import { type AccountUsage, readAccountUsage, wavespeedAccount } from "./providers/wavespeed-account.js";
import type { SourceRecord } from "./record.js";

/**
 * The second figure for usage that a record of WaveSpeed's account/billings or of Runpod's whole account holds, for
 * `StatementBuilder.crossCheck`; null for every other record. Throws `NormalizationError` on one that cannot be read.
 */
export function readUsageCheck(record: SourceRecord): AccountUsage | null {
  const { provider, endpoint } = record;
  if (provider === "wavespeed" && endpoint === wavespeedAccount) return readAccountUsage(record);
  if (provider === "runpod" && endpoint === runpodTotal) return readRunpodTotal(record);
  return null;
}
