import type { LedgerReader } from "@spendbook/ledger";
import {
  createBooking,
  decidedAt,
  decimalText,
  type LedgerEntry,
  localDate,
  type ProviderId,
} from "@spendbook/normalizer";
import type { PlannedAccount, StatementPlan } from "../build/statement-plan.js";
import { accountKey } from "../config/account-key.js";

/** What one record gives a month, and those before it, by two plans: `kind amount currency` of each entry. */
export interface RecordDifference {
  readonly record: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface RecordDifferences {
  readonly count: number;
  /** The first of them. */
  readonly first: readonly RecordDifference[];
}

const shown = 20;

/** The records that give a month something else by a later plan than by an earlier one, in the ledger's order. */
export async function diffRecords(
  ledger: LedgerReader<ProviderId>,
  before: StatementPlan,
  after: StatementPlan,
): Promise<RecordDifferences> {
  const first: RecordDifference[] = [];
  let count = 0;
  for (const account of after.accounts) {
    const { provider, account: name, run } = account;
    const earlier = before.accounts.find((each) => accountKey(each) === accountKey(account));
    const [was, is] = [givenBy(before, earlier), givenBy(after, account)];
    for await (const record of ledger.records({ provider, account: name })) {
      // What no run between the two plans brought gives both the same.
      const isNew = record.revisions.some((each) => each.run > (earlier?.run ?? 0) && each.run <= run);
      if (!isNew && JSON.stringify(earlier?.cuts) === JSON.stringify(account.cuts)) continue;
      const difference = { before: was(record), after: is(record) };
      if (JSON.stringify(difference.before) === JSON.stringify(difference.after)) continue;
      count += 1;
      if (first.length < shown) first.push({ record: `${accountKey(record)}/${record.sourceId}`, ...difference });
    }
  }
  return { count, first };
}

type Booking = ReturnType<typeof createBooking>;

function givenBy(
  { month, timezone, basis }: StatementPlan,
  account: PlannedAccount | undefined,
): (record: Parameters<Booking>[0]) => readonly string[] {
  if (account === undefined) return () => [];
  const book = createBooking({ timezone, basis, cuts: account.cuts, through: account.run });
  const isUpToMonth = (entry: LedgerEntry) => localDate(decidedAt(entry, basis), timezone).slice(0, 7) <= month;
  return (record) => {
    const { entries, refusal } = book(record);
    return [...entries.filter(isUpToMonth).map(textOf), ...(refusal === null ? [] : [refusal.message])];
  };
}

function textOf({ kind, amount, unsignedAmount, currency, postedAt }: LedgerEntry): string {
  const figure =
    amount === null ? `±${unsignedAmount === null ? "?" : decimalText(unsignedAmount)}` : decimalText(amount);
  return `${kind} ${figure} ${currency} at ${postedAt}`;
}
