import { readRunpodTotal, runpodTotal } from "./providers/runpod-total.js";
import { type AccountUsage, readAccountUsage, wavespeedAccount } from "./providers/wavespeed-account.js";
import type { SourceRecord } from "./record.js";

/**
 * The second figure for usage that a record of WaveSpeed's account/billings or of Runpod's whole account holds, for
 * `StatementBuilder.crossCheck`; null for every other record. Throws `NormalizationError` on one that cannot be read.
 */
export function readUsageCheck(record: SourceRecord): AccountUsage | null {
  switch (`${record.provider} ${record.endpoint}`) {
    case `wavespeed ${wavespeedAccount}`:
      return readAccountUsage(record);
    case `runpod ${runpodTotal}`:
      return readRunpodTotal(record);
    default:
      return null;
  }
}
