import type { LedgerEntry } from "./ledger-entry.js";
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
  /** How many entries of the month the wallet has. */
  readonly lines: number;
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
  readonly lines: number;
}

export interface ServiceTotal {
  readonly provider: ProviderId;
  readonly account: string;
  readonly service: string | null;
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

export interface Warning {
  readonly code: string;
  readonly message: string;
  /** `provider/account`, or null where it concerns no single account. */
  readonly account: string | null;
}

/** The statement of one month, plain data: what `--json` prints and `statement-<month>.json` holds. */
export interface Statement {
  readonly schemaVersion: 1;
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
  /** UTC instant of the newest evidence used: the last collection or snapshot, null where there is none. */
  readonly asOf: string | null;
  readonly wallets: readonly WalletStatement[];
  readonly totals: readonly CurrencyTotal[];
  readonly byService: readonly ServiceTotal[];
  readonly byDay: readonly DayTotal[];
  readonly warnings: readonly Warning[];
}

/** An entry of the statement's month with its local date in the statement's zone. */
export interface StatementLine extends LedgerEntry {
  readonly date: string;
}
