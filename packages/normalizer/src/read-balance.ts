import { snapshotIdOf } from "./balance.js";
import { NormalizationError } from "./normalization-error.js";
import { readFlexpriceBalance } from "./providers/flexprice-balance.js";
import { readNeevcloudBalance } from "./providers/neevcloud-balance.js";
import { readPrimeIntellectBalance } from "./providers/prime-intellect-balance.js";
import { readWavespeedBalance } from "./providers/wavespeed-balance.js";
import type { SourceSnapshot } from "./record.js";
import type { WalletBalance } from "./wallet-balance.js";

/** What a balance snapshot says, exactly. Throws `NormalizationError` on one that cannot be read. */
export function readBalance(snapshot: SourceSnapshot): WalletBalance {
  switch (snapshot.provider) {
    case "prime-intellect":
      return readPrimeIntellectBalance(snapshot);
    case "neevcloud":
      return readNeevcloudBalance(snapshot);
    case "flexprice":
      return readFlexpriceBalance(snapshot);
    case "wavespeed":
      return readWavespeedBalance(snapshot);
    case "runpod":
      throw new NormalizationError({
        code: "unknown_endpoint",
        path: "$",
        recordId: snapshotIdOf(snapshot),
        problem: `the document that is known of runpod has no balance, and ${snapshot.endpoint} is none`,
      });
  }
}
