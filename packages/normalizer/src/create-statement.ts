import type { AccountEvidence } from "./account-evidence.js";
import { type AccountFindings, accountWarnings, noteRefusal, noteUnclassified } from "./account-warnings.js";
import { addToWallet } from "./add-to-wallet.js";
import { balanceDays, datesOf } from "./balance-days.js";
import { createMappingEffect } from "./books/mapping-effect.js";
import { unmappedWarnings } from "./books/unmapped-warnings.js";
import { calendarOf } from "./calendar.js";
import { createCodingSpending } from "./coding-spending.js";
import { compareInstants } from "./compare-instants.js";
import { createCutOffList } from "./cut-off-list.js";
import { decimalText } from "./decimal-text.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { LineCoding } from "./line-coding.js";
import { lineOf } from "./line-of.js";
import { monthBefore, monthPeriod, parseMonth } from "./month.js";
import type { NormalizationError } from "./normalization-error.js";
import { createPositionOf, positions } from "./position.js";
import type { AccountUsage } from "./providers/wavespeed-account.js";
import type { CutOffLine, Statement, StatementLine } from "./statement.js";
import type { StatementBuilder, StatementOptions, WalletName } from "./statement-builder.js";
import { createRegister } from "./statement-register.js";
import { compareTexts, currencyTotals, dayTotals, serviceTotals } from "./statement-totals.js";
import { walletStatement } from "./wallet-statement.js";
import type { WalletSums } from "./wallet-sums.js";

const notice = "Not a tax invoice: a statement made from the provider's billing records.";

/**
 * Starts the statement of a month. All entries ever collected are to be added, not only the
 * month's: opening balances and proofs need them. `posted` puts an entry where it was booked;
 * `incurred` where its charge period starts, or where it was booked if it has none. Throws
 * `PeriodError` on an unknown month or zone.
 */
export function createStatement(options: StatementOptions): StatementBuilder {
  const { basis } = options;
  const calendar = calendarOf(options.timezone);
  const month = parseMonth(options.month);
  const period = monthPeriod(month, options.timezone);
  const before = monthBefore(month);
  const scope = { month, previousMonth: before, basis, ...period };
  const register = createRegister(options.accounts, period);
  const positionOf = createPositionOf(monthPeriod(before, options.timezone).start, period);
  const cutOff = createCutOffList();
  const codings = createCodingSpending();
  const mapped = createMappingEffect(0);
  let latest: { readonly wallet: WalletSums; readonly findings: AccountFindings } | null = null;
  let inferred: readonly StatementLine[] = [];

  /** Entries mostly come wallet by wallet, so the last one is tried before the maps. */
  function placeOf(entry: LedgerEntry): { readonly wallet: WalletSums; readonly findings: AccountFindings } {
    if (latest === null || !isOfWallet(entry, latest.wallet)) {
      latest = { wallet: register.wallet(entry), findings: register.account(entry) };
    }
    return latest;
  }

  function add(entry: LedgerEntry, coding: LineCoding | null = null): StatementLine | null {
    const { wallet, findings } = placeOf(entry);
    const incurredAt = entry.chargePeriod?.start ?? entry.postedAt;
    const [decidedAt, otherAt] = basis === "incurred" ? [incurredAt, entry.postedAt] : [entry.postedAt, incurredAt];
    const position = positionOf(decidedAt);
    const isWithin = position === positions.within;
    if (otherAt !== decidedAt && (positionOf(otherAt) === positions.within) !== isWithin) {
      findings.cutOffLines += 1;
      cutOff.add(cutOffLine(entry, incurredAt));
    }
    const date = isWithin ? calendar.dateOf(decidedAt) : "";
    addToWallet(wallet, entry, position, date);
    if (!isWithin) return null;
    if (coding?.rule === null) mapped.add(entry, coding);
    if (entry.kind === "unclassified") noteUnclassified(findings, entry.id);
    if (entry.amount !== null && (entry.kind === "usage" || entry.kind === "refund")) {
      findings.resources.add(entry, entry.amount.amount);
      if (coding !== null) codings.add(coding, entry.currency, entry.amount.amount);
    }
    return lineOf(entry, date, coding);
  }

  function cutOffLine(entry: LedgerEntry, incurredAt: string): CutOffLine {
    const { provider, account, wallet, kind, currency, postedAt } = entry;
    return {
      entryId: entry.id,
      provider,
      account,
      wallet,
      kind,
      amount: entry.amount === null ? null : decimalText(entry.amount),
      currency,
      postedAt,
      incurredAt,
      postedMonth: calendar.dateOf(postedAt).slice(0, 7),
      incurredMonth: calendar.dateOf(incurredAt).slice(0, 7),
    };
  }

  function crossCheck(record: WalletName, usage: AccountUsage): void {
    register.wallet({ ...record, currency: usage.amount.currency }).secondList.addSecond(usage);
  }

  function refuse(error: NormalizationError, record: WalletName): void {
    noteRefusal(register.account(record), error.message);
    register.markRefused(record);
  }

  function finish(): Statement {
    const stated = [...register.wallets.values()]
      .map((sums) => {
        const { evidence } = register.account(sums);
        const { statement, assessment } = walletStatement(sums, evidence, register.isRefused(sums), scope);
        const dated = assessment.inferred.map((entry) => ({ date: calendar.dateOf(entry.postedAt), entry }));
        const days = balanceDays(sums, assessment.opening?.amount ?? null, dated, datesOf(month));
        return { statement, dated, days };
      })
      .sort(({ statement: a }, { statement: b }) =>
        compareTexts([a.provider, b.provider], [a.account, b.account], [a.wallet, b.wallet], [a.currency, b.currency]),
      );
    inferred = stated
      .flatMap(({ dated }) => dated.map(({ date, entry }) => ({ ...entry, date, coding: null })))
      .sort((a, b) => compareInstants(a.postedAt, b.postedAt) || compareTexts([a.id, b.id]));
    const wallets = stated.map(({ statement }) => statement);
    const accounts = [...register.accounts.values()].sort(({ evidence: a }, { evidence: b }) =>
      compareTexts([a.provider, b.provider], [a.account, b.account]),
    );
    return {
      schemaVersion: 1,
      month,
      timezone: calendar.timezone,
      basis,
      asOf: newestEvidence(options.accounts),
      status: options.status ?? "draft",
      numbers: options.numbers ?? [],
      notice,
      wallets,
      totals: currencyTotals(wallets),
      byService: serviceTotals(register.wallets.values()),
      byResource: accounts.flatMap(({ resources }) => resources.totals()),
      byDay: dayTotals(register.wallets.values()),
      byCoding: codings.totals(),
      functional: null,
      balances: stated.flatMap(({ days }) => days),
      cutOff: cutOff.lines(),
      warnings: [...accounts.flatMap(accountWarnings), ...unmappedWarnings(mapped.finish().unmapped)],
    };
  }

  return { add, crossCheck, refuse, finish, inferredLines: () => inferred };
}

function isOfWallet(entry: LedgerEntry, wallet: WalletSums): boolean {
  return (
    entry.wallet === wallet.wallet &&
    entry.currency === wallet.currency &&
    entry.account === wallet.account &&
    entry.provider === wallet.provider
  );
}

function newestEvidence(accounts: readonly AccountEvidence[]): string | null {
  return accounts
    .flatMap(({ collectedAt, balances }) => [collectedAt, ...balances.map((balance) => balance.takenAt)])
    .filter((instant) => instant !== null)
    .reduce<string | null>(
      (newest, each) => (newest === null || compareInstants(each, newest) > 0 ? each : newest),
      null,
    );
}
