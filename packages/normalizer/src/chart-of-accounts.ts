/**
 * The general ledger accounts that the journals post to, in the words of the accounting program. Names may be nested
 * with colons. What a mapping does not name keeps the default.
 */
export interface ChartOfAccounts {
  /** The asset: money paid to a provider and not yet used. */
  readonly prepaid: string;
  /** Where top-ups are paid from: the bank, a card, or a clearing account. */
  readonly bank: string;
  /** The expense of usage that no rule assigns. */
  readonly usage: string;
  /** Credits that were given and not bought. */
  readonly grants: string;
  readonly expired: string;
  readonly fees: string;
  readonly adjustments: string;
  /** Unexplained differences and movements of unknown meaning. */
  readonly suspense: string;
  /** What rounding to the format's places leaves. */
  readonly rounding: string;
  /** The other side of a wallet's first opening balance. */
  readonly openingBalances: string;
}

/** Names that plain-text accounting programs take as they are. */
export const defaultChartOfAccounts: ChartOfAccounts = {
  prepaid: "Assets:Prepaid AI Credits",
  bank: "Assets:Bank Clearing",
  usage: "Expenses:AI Compute",
  grants: "Income:Promotional Credits",
  expired: "Expenses:Expired Credits",
  fees: "Expenses:Fees",
  adjustments: "Expenses:AI Compute Adjustments",
  suspense: "Assets:Suspense",
  rounding: "Expenses:Rounding",
  openingBalances: "Equity:Opening Balances",
};
