import type { LedgerReader, StoredRecord, StoredRun } from "@spendbook/ledger";
import {
  type Basis,
  createBooking,
  decidedAt,
  decimalText,
  type LedgerEntry,
  localDate,
  type ProviderId,
} from "@spendbook/normalizer";
import { activeOf, type Closing, cutsOf } from "../build/closed-months.js";
import { accountKey } from "../config/account-key.js";

/** A run as a trace names it. */
export interface TracedRun {
  readonly number: number;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly host: string;
  readonly pid: number;
}

/** One state of the provider's record, and the run that brought it. */
export interface TracedRevision {
  readonly number: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly sha256: string;
  readonly run: TracedRun | null;
  readonly body: unknown;
}

/** A line that the record gives, and the statement that has it. */
export interface TracedLine {
  readonly id: string;
  readonly month: string;
  readonly kind: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly postedAt: string;
  readonly description: string;
  readonly corrects: LedgerEntry["corrects"];
  readonly estimated: boolean;
  readonly revision: number;
  /** The closed month's number; null where the month is open, or lies before the first closed one. */
  readonly statement: {
    readonly number: number;
    readonly revision: number;
    readonly closedAt: string;
    readonly sha256: string;
  } | null;
}

export interface TracedRecord {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly endpoint: string;
  readonly sourceId: string;
  readonly revisions: readonly TracedRevision[];
  readonly lines: readonly TracedLine[];
  /** Why its newest state gives no line, if so. */
  readonly refusal: string | null;
}

/** Follows a record from the provider's words to the lines of statements. */
export async function traceRecord(
  ledger: LedgerReader<ProviderId>,
  record: StoredRecord<ProviderId>,
  { timezone, basis }: { readonly timezone: string; readonly basis: Basis },
): Promise<TracedRecord> {
  const { provider, account, wallet, endpoint, sourceId } = record;
  const name = { provider, account };
  const active = activeOf(await ledger.closings()).filter((each) => each.timezone === timezone && each.basis === basis);
  const ended = await ledger.lastRun(name, { ended: true });
  const book = createBooking({ timezone, basis, cuts: cutsOf(name, active), through: ended?.number ?? 0 });
  const { entries, refusal } = book(record);
  const revisions: TracedRevision[] = [];
  for (const { number, firstSeenAt, lastSeenAt, sha256, run, body } of record.revisions)
    revisions.push({ number, firstSeenAt, lastSeenAt, sha256, run: await findRun(ledger, name, run), body });
  const lines = entries.map((entry) => traceLine(entry, { timezone, basis }, active));
  return { ...name, wallet, endpoint, sourceId, revisions, lines, refusal: refusal?.message ?? null };
}

/** A run by its number. */
export async function findRun(
  ledger: LedgerReader<ProviderId>,
  name: { readonly provider: ProviderId; readonly account: string },
  run: number,
): Promise<TracedRun | null> {
  const found: StoredRun | null = await ledger.lastRun(name, { through: run });
  if (found?.number !== run) return null;
  const { number, status, startedAt, finishedAt, host, pid } = found;
  return { number, status, startedAt, finishedAt, host, pid };
}

function traceLine(
  entry: LedgerEntry,
  { timezone, basis }: { readonly timezone: string; readonly basis: Basis },
  active: readonly Closing[],
): TracedLine {
  const { id, kind, amount, currency, postedAt, description, corrects, estimated, origin } = entry;
  const month = localDate(decidedAt(entry, basis), timezone).slice(0, 7);
  const closing = active.find((each) => each.month === month);
  const own = closing?.accounts.find((each) => accountKey(each) === accountKey(entry));
  const statement =
    closing === undefined || own === undefined
      ? null
      : { number: own.number, revision: own.revision, closedAt: closing.closedAt, sha256: closing.statementSha256 };
  const text = amount === null ? null : decimalText(amount);
  const { revision } = origin;
  return { id, month, kind, amount: text, currency, postedAt, description, corrects, estimated, revision, statement };
}
