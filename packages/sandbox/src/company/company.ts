import type { FlexpriceAccount } from "./flexprice/wallet.js";
import type { Movement } from "./movement.js";
import type { NeevCloudAccount } from "./neevcloud/transaction.js";
import type { PrimeIntellectAccount } from "./prime-intellect/billing.js";
import type { RunpodAccount } from "./runpod/usage.js";
import type { WaveSpeedAccount } from "./wavespeed/billing.js";

/** A company's data at the providers: plain data, every record with every state it goes through. */
export interface Company {
  readonly name: string;
  /** The last instant that the data knows of; at it, everything is listed. */
  readonly end: string;
  readonly "prime-intellect": PrimeIntellectAccount;
  readonly neevcloud: NeevCloudAccount;
  readonly flexprice: FlexpriceAccount;
  readonly wavespeed: WaveSpeedAccount;
  readonly runpod: RunpodAccount;
  /** What the records mean, as the plan meant it; `companyTruth` sums it. */
  readonly movements: readonly Movement[];
}
