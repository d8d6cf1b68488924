import type { Big } from "big.js";
import type { AccountEvidence } from "./account-evidence.js";
import { assessBalanceOnly } from "./assess-balance-only.js";
import { assessLedger } from "./assess-ledger.js";
import { assessUsage } from "./assess-usage.js";
import type { Assessment, Case, StatementScope } from "./assessment.js";
import { bucketStatements } from "./bucket-statements.js";
import { type Coverage, coverageOf, isPartial } from "./completeness.js";
import { decimalText } from "./decimal-text.js";
import { inCredits, inCurrency } from "./differences.js";
import { negated, zero } from "./exact-decimal.js";
import type { EntryKind } from "./ledger-entry.js";
import { sumsOfCell } from "./movement-cell.js";
import { type Position, positions } from "./position.js";
import { isReported, kindFields } from "./reported-kinds.js";
import { settleCells } from "./settle-cells.js";
import type { Verdict, WalletStatement } from "./statement.js";
import { type Cells, sumCells } from "./sum-cells.js";
import { walletNotes } from "./wallet-notes.js";
import type { WalletSums } from "./wallet-sums.js";

/** A wallet's statement, with what was found on the way. */
export interface StatedWallet {
  readonly statement: WalletStatement;
  readonly assessment: Assessment;
}

/**
 * The roll-forward of one wallet: opening + each kind + unexplained = closing, wherever all are known. What cannot be
 * known is null.
 */
export function walletStatement(
  sums: WalletSums,
  evidence: AccountEvidence,
  hasRefusals: boolean,
  scope: StatementScope,
): StatedWallet {
  const coverage = coverageOf(evidence, sums.hasEntries);
  const partial = isPartial(evidence, sums.hasEntries, hasRefusals);
  const closed = evidence.closed?.find(
    ({ wallet, currency, month }) =>
      wallet === sums.wallet && currency === sums.currency && month === scope.previousMonth,
  );
  const comparable = sums.provider === "flexprice" ? inCredits : inCurrency(sums.currency);
  const cells = settleCells(sums, comparable, coverage === "full-ledger");
  const each: Case = { sums, cells, evidence, isPartial: partial, scope, closed: closed ?? null };
  const assessment = assess[coverage](each);
  const { opening, closing, unexplained, inferred, isWhole, checks } = assessment;

  const kinds = kindsOf(each, assessment);
  const isSpendKnown = kinds.usage !== null || kinds.refunds !== null;
  const failed = partial ? [] : checks.filter(({ outcome }) => outcome === "differs");
  const limits = checks.filter(({ name, outcome }) => name === "buckets-and-balance" && outcome === "explained");
  const verdict = verdictOf(assessment.verdict, failed.length > 0, limits.length > 0);
  const mentioned = verdict === assessment.verdict ? [] : [...failed, ...limits].map(({ note }) => note);
  const statement: WalletStatement = {
    provider: sums.provider,
    account: sums.account,
    wallet: sums.wallet,
    currency: sums.currency,
    completeness: partial ? "partial" : coverage,
    verdict,
    opening: textOf(opening?.amount ?? null),
    ...kinds,
    unexplained: textOf(unexplained),
    closing: textOf(closing?.amount ?? null),
    spend: isSpendKnown ? spendIn(cells, positions.within) : null,
    previousSpend: isSpendKnown || isWhole ? spendIn(cells, positions.previous) : null,
    lines: sums.lines + inferred.length,
    openingEvidence: opening?.evidence ?? null,
    closingEvidence: closing?.evidence ?? null,
    buckets: bucketStatements(each, assessment),
    checks,
    notes: [...assessment.notes, ...mentioned, ...walletNotes(each, assessment)],
  };
  return { statement, assessment };
}

const assess: Readonly<Record<Coverage, (each: Case) => Assessment>> = {
  "full-ledger": assessLedger,
  "usage-only": assessUsage,
  "balance-only": assessBalanceOnly,
};

/** A comparison that fails breaks the wallet, whatever the others say. */
function verdictOf(verdict: Verdict, isBroken: boolean, isLimited: boolean): Verdict {
  if (isBroken) return "broken";
  return isLimited && verdict === "proved" ? "explained" : verdict;
}

type KindFields = (typeof kindFields)[EntryKind];

function kindsOf({ sums, cells, evidence }: Case, assessment: Assessment): Record<KindFields, string | null> {
  const amounts = new Map<EntryKind, Big>();
  for (const [index, cell] of cells.entries()) {
    if (cell === undefined || (index & 3) !== positions.within) continue;
    for (const { kind, amount } of sumsOfCell(cell)) amounts.set(kind, amounts.get(kind)?.plus(amount) ?? amount);
  }
  for (const { kind, amount } of assessment.inferred) {
    if (amount !== null) amounts.set(kind, amounts.get(kind)?.plus(amount.amount) ?? amount.amount);
  }
  const kindOf = (kind: EntryKind): string | null => {
    const amount = amounts.get(kind);
    if (amount !== undefined) return decimalText(amount);
    if (kind === "unclassified" && sums.unsignedLines > 0) return null;
    const isListed =
      isReported(kind, evidence.provider, evidence.moneyIn) || (kind === "top-up" && assessment.isMoneyInKnown);
    return assessment.isWhole && isListed ? "0" : null;
  };
  return Object.fromEntries(
    Object.entries(kindFields).map(([kind, field]) => [field, kindOf(kind as EntryKind)]),
  ) as Record<KindFields, string | null>;
}

/** −(usage + refunds), so that spending prints positive; a kind that the provider does not report counts as none. */
function spendIn(cells: Cells, chosen: Position): string {
  const spent = sumCells(
    cells,
    (cell) =>
      sumsOfCell(cell)
        .filter(({ kind }) => kind === "usage" || kind === "refund")
        .reduce((sum, { amount }) => sum.plus(amount), zero),
    (_, position) => position === chosen,
  );
  return decimalText(negated(spent ?? zero));
}

function textOf(amount: Big | null): string | null {
  return amount === null ? null : decimalText(amount);
}
