import type { Movement } from "../movement.js";
import type { Timeline } from "../timeline.js";
import type { FlexpriceTransaction } from "./transaction.js";
import type { FlexpriceWallet } from "./wallet.js";

/** A wallet with its transactions, and what they mean. */
export interface PlannedWallet {
  readonly wallet: Timeline<FlexpriceWallet>;
  readonly transactions: readonly Timeline<FlexpriceTransaction>[];
  readonly movements: readonly Movement[];
}
