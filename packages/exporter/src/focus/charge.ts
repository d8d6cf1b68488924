import type { Money } from "@spendbook/normalizer";
import type { ChargeSource } from "./charge-source.js";

/** The charge categories that a wallet has; FOCUS also knows `Tax`, which no wallet lists. */
export type ChargeCategory = "Usage" | "Purchase" | "Credit" | "Adjustment";

/** A row's four costs: what is paid is positive, what comes back is negative. The opposite of the wallet's sign. */
export interface Costs {
  /** Cash: what was paid in. */
  readonly billed: Money;
  /** Accrual: what was consumed, whenever it was paid. */
  readonly effective: Money;
  /** At the provider's list price where it states one, else as contracted. */
  readonly list: Money;
  readonly contracted: Money;
}

/** One row of a cost and usage file. */
export interface Charge {
  readonly source: ChargeSource;
  readonly category: ChargeCategory;
  readonly frequency: "One-Time" | "Usage-Based";
  readonly costs: Costs;
  /** What the row moved in the wallet, with the wallet's sign; null where the direction or the row is not the wallet's. */
  readonly walletAmount: Money | null;
}
