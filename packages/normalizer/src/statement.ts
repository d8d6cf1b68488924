import type { FunctionalTotal } from "./books/functional-currency.js";
import type { BalanceDay, BucketStatement, Check, Evidence } from "./evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { LineCoding } from "./line-coding.js";
import type { ProviderId } from "./record.js";

/** Which date decides an entry's month: the posting (ties to the wallet) or the charge period. */
export type Basis = "posted" | "incurred";

/** How much of the wallet's movement was collected. */
export type Completeness = "full-ledger" | "usage-only" | "balance-only" | "partial";

/** What the evidence says: see the design's definitions. */
export type Verdict = "proved" | "explained" | "unproved" | "broken";

/**
 * The roll-forward of one wallet in one currency, amounts as exact decimal strings.
 * Every amount but `spend` has the wallet's sign (in +, out −); null means unknown, never 0.
 */
export interface WalletStatement {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly completeness: Completeness;
  readonly verdict: Verdict;
  readonly opening: string | null;
  readonly topUps: string | null;
  readonly grants: string | null;
  readonly refunds: string | null;
  readonly usage: string | null;
  readonly expired: string | null;
  readonly fees: string | null;
  readonly adjustments: string | null;
  readonly unclassified: string | null;
  readonly unexplained: string | null;
  readonly closing: string | null;
  /** −(usage + refunds), so that spending prints positive. */
  readonly spend: string | null;
  /** The same of the month before; null where it is not known. */
  readonly previousSpend: string | null;
  /** How many entries of the month the wallet has. */
  readonly lines: number;
  /** What opening and closing rest on; null where they are not known. */
  readonly openingEvidence: Evidence | null;
  readonly closingEvidence: Evidence | null;
  /** The same roll-forward by part of the wallet; empty where the provider does not divide it. */
  readonly buckets: readonly BucketStatement[];
  /** Every comparison of two independent figures that was made for this wallet. */
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
}

export interface CurrencyTotal {
  readonly currency: string;
  readonly topUps: string | null;
  readonly grants: string | null;
  readonly refunds: string | null;
  readonly usage: string | null;
  readonly expired: string | null;
  readonly fees: string | null;
  readonly adjustments: string | null;
  readonly unclassified: string | null;
  readonly spend: string | null;
  readonly previousSpend: string | null;
  readonly lines: number;
}

export interface ServiceTotal {
  readonly provider: ProviderId;
  readonly account: string;
  readonly service: string | null;
  readonly currency: string;
  readonly spend: string;
  /** The same of the month before; "0" where it had none. */
  readonly previousSpend: string;
  readonly lines: number;
}

/** Spending by resource; past a stated number of resources the rest stands together under `resource: null, others: n`. */
export interface ResourceTotal {
  readonly provider: ProviderId;
  readonly account: string;
  readonly service: string | null;
  readonly resource: string | null;
  /** How many further resources this line holds; 0 in an ordinary line. */
  readonly others: number;
  readonly currency: string;
  readonly spend: string;
  readonly lines: number;
}

export interface DayTotal {
  /** Local date in the statement's zone. */
  readonly date: string;
  readonly provider: ProviderId;
  readonly account: string;
  readonly currency: string;
  readonly spend: string;
  readonly lines: number;
}

/** Spending by what the mapping assigned; `account` null is what no rule matched. */
export interface CodingTotal {
  readonly code: string | null;
  readonly costCentre: string | null;
  readonly taxTreatment: string | null;
  readonly vendor: string | null;
  readonly currency: string;
  readonly spend: string;
  readonly lines: number;
}

/** A line whose posting and charge period lie in different months. */
export interface CutOffLine {
  readonly entryId: string;
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly kind: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly postedAt: string;
  readonly incurredAt: string;
  readonly postedMonth: string;
  readonly incurredMonth: string;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
  /** `provider/account`, or null where it concerns no single account. */
  readonly account: string | null;
}

/** The number of one account's closed month. Numbers count an account's closed months without a gap. */
export interface StatementNumber {
  readonly provider: ProviderId;
  readonly account: string;
  readonly number: number;
  /** 1, and one more each time the month was reopened and closed again. */
  readonly revision: number;
}

/** The statement of one month, plain data: what `--json` prints and `statement-<month>.json` holds. */
export interface Statement {
  readonly schemaVersion: 1;
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
  /** UTC instant of the newest evidence used: the last collection or snapshot, null where there is none. */
  readonly asOf: string | null;
  /** `closed` months never change; a `draft` may, with the next collection. */
  readonly status: "draft" | "closed";
  /** Of each account; empty in a draft. */
  readonly numbers: readonly StatementNumber[];
  /** What this paper is not, in words: the providers issue the invoices. */
  readonly notice: string;
  readonly wallets: readonly WalletStatement[];
  readonly totals: readonly CurrencyTotal[];
  readonly byService: readonly ServiceTotal[];
  readonly byResource: readonly ResourceTotal[];
  readonly byDay: readonly DayTotal[];
  /** Empty where there is no mapping. */
  readonly byCoding: readonly CodingTotal[];
  /** Each wallet's month in the currency of the books, by posting; null where no rates were given. */
  readonly functional: readonly FunctionalTotal[] | null;
  /** The balance at the end of each local day, of every wallet whose opening is known. */
  readonly balances: readonly BalanceDay[];
  /** Rows that belong to two months, first by posting; of very many the first 10,000, and a warning counts all. */
  readonly cutOff: readonly CutOffLine[];
  readonly warnings: readonly Warning[];
}

/** An entry of the statement's month with its local date in the statement's zone. */
export interface StatementLine extends LedgerEntry {
  readonly date: string;
  /** What the mapping assigned; null where there is no mapping. */
  readonly coding: LineCoding | null;
}
