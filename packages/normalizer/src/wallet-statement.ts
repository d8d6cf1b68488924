import type { AccountEvidence } from "./account-evidence.js";
import { isBefore } from "./compare-instants.js";
import { compareWithBalance } from "./compare-with-balance.js";
import { coverageOf, isPartial } from "./completeness.js";
import { decimalText } from "./decimal-text.js";
import { negated, zero } from "./exact-decimal.js";
import { judge } from "./judge.js";
import type { EntryKind } from "./ledger-entry.js";
import { isReported, kindFields } from "./reported-kinds.js";
import type { Basis, WalletStatement } from "./statement.js";
import { totalOf, type WalletSums } from "./wallet-sums.js";

export interface StatementScope {
  readonly basis: Basis;
  /** The first instant after the month. */
  readonly monthEnd: string;
}

/**
 * The roll-forward of one wallet. Where the records are the whole ledger, opening is the sum of
 * all before the month, and opening + each kind + unexplained = closing; a difference from the
 * provider's balance stands in `unexplained`, so that closing is the provider's figure. What
 * cannot be known is null.
 */
export function walletStatement(
  sums: WalletSums,
  evidence: AccountEvidence,
  hasRefusals: boolean,
  { basis, monthEnd }: StatementScope,
): WalletStatement {
  const coverage = coverageOf(evidence, sums.hasEntries);
  const partial = isPartial(evidence, sums.hasEntries, hasRefusals);
  const comparison = coverage === "full-ledger" ? compareWithBalance(sums) : null;
  const { verdict, isLedgerWhole, notes } = judge({ sums, coverage, isPartial: partial, comparison, monthEnd });

  const isRead = isLedgerWhole || (coverage === "usage-only" && !partial);
  const kind = (name: EntryKind): string | null => {
    const amount = sums.kinds.get(name);
    if (amount !== undefined) return decimalText(amount);
    if (name === "unclassified" && sums.unsignedLines > 0) return null;
    return isRead && isReported(name, evidence.provider, evidence.moneyIn) ? "0" : null;
  };
  const kinds = Object.fromEntries(
    Object.entries(kindFields).map(([name, field]) => [field, kind(name as EntryKind)]),
  ) as Record<(typeof kindFields)[EntryKind], string | null>;

  const difference = isLedgerWhole ? (comparison?.difference ?? null) : null;
  const throughMonth = totalOf(sums).minus(sums.after);
  const closing = difference === null ? throughMonth : throughMonth.plus(difference);
  return {
    provider: sums.provider,
    account: sums.account,
    wallet: sums.wallet,
    currency: sums.currency,
    completeness: partial ? "partial" : coverage,
    verdict,
    opening: isLedgerWhole ? decimalText(sums.before) : null,
    ...kinds,
    unexplained: difference === null ? null : decimalText(difference),
    closing: isLedgerWhole ? decimalText(closing) : null,
    spend: spendOf(sums, kinds.usage !== null || kinds.refunds !== null),
    previousSpend: null,
    lines: sums.lines,
    openingEvidence: null,
    closingEvidence: null,
    buckets: [],
    checks: [],
    notes: [
      ...notes,
      ...(comparison === null ? earlyNote(evidence, monthEnd) : []),
      ...lineNotes(sums, basis),
      ...sums.balanceNotes,
    ],
  };
}

/** −(usage + refunds), so that spending prints positive; a kind that the provider does not report counts as none. */
function spendOf({ kinds }: WalletSums, isKnown: boolean): string | null {
  if (!isKnown) return null;
  return decimalText(negated((kinds.get("usage") ?? zero).plus(kinds.get("refund") ?? zero)));
}

function earlyNote({ collectedAt }: AccountEvidence, monthEnd: string): string[] {
  if (collectedAt === null || !isBefore(collectedAt, monthEnd)) return [];
  return [`Collected at ${collectedAt}, before the month ended: collect once after ${monthEnd}.`];
}

function lineNotes(sums: WalletSums, basis: Basis): string[] {
  const notes: string[] = [];
  const { unsigned, currency, balance } = sums;
  if (unsigned.gt("0")) {
    notes.push(
      `Records of unknown direction, ${decimalText(unsigned)} ${currency} in all, are listed outside the totals.`,
    );
  }
  if (sums.estimatedLines > 0) {
    notes.push(
      `Estimated lines: ${sums.estimatedLines}. The provider does not say how much of them, or whether, falls into the month.`,
    );
  }
  if (balance?.accruedUsage != null) {
    notes.push(
      `Accrued by ${balance.takenAt} and not yet debited: ${decimalText(balance.accruedUsage)} (current period usage and unpaid invoices).`,
    );
  }
  if (basis === "incurred") {
    notes.push("By charge period: opening and closing leave out what was posted early and count what was posted late.");
  }
  return notes;
}
