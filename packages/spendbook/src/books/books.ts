import {
  type ChartOfAccounts,
  createCoder,
  createFunctionalLedger,
  createRateTable,
  defaultChartOfAccounts,
  type FunctionalLedger,
  type LedgerEntry,
  type LineCoding,
} from "@spendbook/normalizer";
import type { BooksPolicy } from "./books-policy.js";

/** A policy made ready for one month. */
export interface Books {
  readonly chart: ChartOfAccounts;
  /** What the mapping assigns to an entry, without its amount in the functional currency; null without a mapping. */
  readonly code: ((entry: LedgerEntry) => LineCoding) | null;
  /** Null where the books are kept in the wallets' own currencies. */
  readonly functional: FunctionalLedger | null;
}

/** Makes a policy ready for a month in a zone. */
export function createBooks({ mapping, rates }: BooksPolicy, month: string, timezone: string): Books {
  const named = Object.entries(mapping?.chart ?? {}).filter(([, name]) => name !== undefined);
  const chart: ChartOfAccounts = { ...defaultChartOfAccounts, ...Object.fromEntries(named) };
  const functional =
    mapping?.functional === undefined || rates === null
      ? null
      : createFunctionalLedger({ ...mapping.functional, rates: createRateTable(rates), month, timezone });
  return { chart, code: mapping === null ? null : createCoder(mapping.rules), functional };
}
