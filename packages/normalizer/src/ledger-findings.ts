import type { Big } from "big.js";
import type { Comparable } from "./differences.js";

/** What the balances say about a full ledger's month; differences are stated − recorded. */
export interface LedgerFindings {
  /** What decides: the wallet's credits where it is kept in them, else its currency. */
  readonly comparable: Comparable;
  /** The balances that stand for the month's beginning and end. */
  readonly first: number;
  readonly last: number;
  /** The first balance taken when the month was over, or else the last before. */
  readonly compared: number;
  /** Whether the month's end had passed by then. */
  readonly isOver: boolean;
  /** Whether a difference at the beginning can be told from one that arose in the month. */
  readonly isPlaced: boolean;
  /** What was there at the beginning, and what arose within the month, in the deciding figure and in currency. */
  readonly carried: Big;
  readonly arisen: Big;
  readonly carriedInCurrency: Big;
  readonly arisenInCurrency: Big;
  /** What arose after `last` and by `compared`, and what arose across the month's beginning. */
  readonly arisenSince: Big;
  readonly arisenAcross: Big;
  /** Balances of the month that neither what was carried nor what arose accounts for, with what they differ by. */
  readonly strays: readonly Stray[];
}

export interface Stray {
  readonly takenAt: string;
  readonly difference: Big;
}
