import type { ChartOfAccounts, EntryKind, Money } from "@spendbook/normalizer";
import type { Movement, MovementKind, WalletKey } from "./movement.js";

/** One side of a transaction: debit +, credit −. */
export interface Posting {
  /** What the account is for, by its place in the chart. */
  readonly role: keyof ChartOfAccounts;
  /** The chart's name of it, or the code that the mapping assigned. */
  readonly account: string;
  readonly amount: Money;
  /** The same in the functional currency; of all postings of a transaction or of none. */
  readonly functional: Money | null;
  /** What it books; null on the wallet's own side, the prepaid asset. */
  readonly movement: Movement | null;
}

/** What a wallet's day moved in one way, as double entry: the postings sum to zero. */
export interface Transaction extends WalletKey {
  /** The same for the same wallet, day and kind, whatever else changes: at most 21 letters, digits and hyphens. */
  readonly id: string;
  readonly date: string;
  readonly kind: MovementKind | "opening";
  readonly corrects: { readonly month: string; readonly kind: EntryKind } | null;
  readonly inferred: boolean;
  /** How many lines it sums. */
  readonly records: number;
  /** The wallet's side stands last. */
  readonly postings: readonly Posting[];
}
