import type { ChartOfAccounts } from "../chart-of-accounts.js";
import type { EntryKind } from "../ledger-entry.js";

/**
 * What a rule asks of a line; every condition given must hold. `*` in a text stands for any characters, also none; null
 * asks for a line that does not state the value. Upper and lower case differ.
 */
export interface RuleConditions {
  readonly provider?: string | undefined;
  readonly account?: string | undefined;
  readonly wallet?: string | undefined;
  /** A correction counts as what it corrects. */
  readonly kind?: EntryKind | undefined;
  readonly service?: string | null | undefined;
  readonly resource?: string | null | undefined;
  readonly keyName?: string | null | undefined;
}

/** What a rule assigns; what it leaves out stays unassigned, whatever a later rule says. */
export interface RuleAssignment {
  /** The general ledger account that bears the expense. */
  readonly code?: string | undefined;
  readonly costCentre?: string | undefined;
  readonly taxTreatment?: string | undefined;
  readonly vendor?: string | undefined;
}

export interface MappingRule {
  readonly match: RuleConditions;
  readonly assign: RuleAssignment;
}

/**
 * How amounts are carried into the functional currency (IAS 21). Money in takes the rate of its own day, always.
 * `first-in-first-out`: money out takes the rates of the money that it uses up, oldest first, so that a prepayment keeps
 * the rate it was paid at (IFRIC 22). `month-average`: money out takes the average rate of its month.
 */
export type RatePolicy = "first-in-first-out" | "month-average";

/** The currency that the books are kept in, and how the wallets' currencies get there. */
export interface FunctionalCurrency {
  readonly currency: string;
  readonly policy: RatePolicy;
}

/** How lines reach the books: the accounts of the general ledger, and rules of which the first that matches decides. */
export interface Mapping {
  readonly functional?: FunctionalCurrency | undefined;
  readonly chart?: { readonly [Name in keyof ChartOfAccounts]?: string | undefined } | undefined;
  readonly rules: readonly MappingRule[];
}
