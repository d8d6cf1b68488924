import type { Big } from "big.js";
import type { AccountEvidence, ClosedBalance } from "./account-evidence.js";
import type { EdgeFigure } from "./edge-figure.js";
import type { Check } from "./evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { Basis, Verdict } from "./statement.js";
import type { Cells } from "./sum-cells.js";
import type { WalletSums } from "./wallet-sums.js";

/** The month that is stated. */
export interface StatementScope {
  /** `YYYY-MM`, and the one before. */
  readonly month: string;
  readonly previousMonth: string;
  readonly basis: Basis;
  /** The month's first instant, and the first instant after it. */
  readonly start: string;
  readonly end: string;
}

/** What there is to judge a wallet's month by. */
export interface Case {
  readonly sums: WalletSums;
  /** The sums' cells, with what two clocks left open decided. */
  readonly cells: Cells;
  readonly evidence: AccountEvidence;
  readonly isPartial: boolean;
  readonly scope: StatementScope;
  /** What the wallet held at the end of the month before, where that is closed and it was known. */
  readonly closed: ClosedBalance | null;
}

/** What the evidence says about a wallet's month. */
export interface Assessment {
  readonly verdict: Verdict;
  /** Whether the records may be taken for all of the wallet's movement of the kinds that the provider lists. */
  readonly isWhole: boolean;
  readonly opening: EdgeFigure | null;
  readonly closing: EdgeFigure | null;
  /** closing − opening − what moved; null where one of them is unknown, or no balance was there to compare. */
  readonly unexplained: Big | null;
  /** Top-ups that two balances show and no record does. */
  readonly inferred: readonly LedgerEntry[];
  /** Whether money in can be told from the balances, so that none inferred means none. */
  readonly isMoneyInKnown: boolean;
  /** The balance that all records are compared with, by index; null where there is none, or they are not all there. */
  readonly compared: number | null;
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
}
