import { isBefore } from "../compare-instants.js";
import type { LedgerEntry } from "../ledger-entry.js";
import { monthPeriod } from "../month.js";
import { NormalizationError } from "../normalization-error.js";
import { normalize } from "../normalize.js";
import type { Basis } from "../statement.js";
import { type CollectedRecord, recordAt } from "./collected-record.js";
import { correctEntries, type OpenMonth } from "./correct-entries.js";
import { decidedAt } from "./decided-at.js";
import { followingMonth } from "./following-month.js";

/** A closing of one account: it locked everything through a month, as it was known after a run. */
export interface Cut {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The number of the account's newest run that the month was given. */
  readonly run: number;
}

export interface BookingOptions {
  readonly timezone: string;
  readonly basis: Basis;
  /** The account's closings, oldest first, in months that follow one another. */
  readonly cuts: readonly Cut[];
  /** The newest run that is read; later ones count as not made yet. */
  readonly through: number;
}

/** The entries of one record as they are booked in the months, and why its newest state gives none, if so. */
export interface BookedRecord {
  readonly entries: readonly LedgerEntry[];
  readonly refusal: NormalizationError | null;
}

/** A state of a record, and what it means. */
interface State {
  readonly record: CollectedRecord | null;
  readonly entries: readonly LedgerEntry[];
  readonly refusal: NormalizationError | null;
}

const unknown: State = { record: null, entries: [], refusal: null };

/**
 * What a record gives to each month, when closed months keep what they were given: a month gets its entries as they were
 * known when it was closed, and what turned out later for it becomes an `adjustment` in the first month that was open
 * then. Summed over all months this is what the record gives now. Pure: the same record gives the same entries. Throws
 * `PeriodError` on an unknown zone.
 */
export function createBooking({
  timezone,
  basis,
  cuts,
  through,
}: BookingOptions): (record: CollectedRecord) => BookedRecord {
  const locks = cuts.map(({ month, run }) => {
    const { end } = monthPeriod(month, timezone);
    const open: OpenMonth = { month: followingMonth(month), timezone, basis };
    return { run, open, holds: (entry: LedgerEntry) => isBefore(decidedAt(entry, basis), end) };
  });

  return (record) => {
    const entries: LedgerEntry[] = [];
    let given = unknown;
    let lock: (typeof locks)[number] | null = null;
    for (const next of [...locks, null]) {
      const known = stateAt(record, next?.run ?? through, given, timezone);
      const isBooked = lock?.holds;
      if (isBooked !== undefined && lock !== null && known.entries !== given.entries)
        entries.push(
          ...correctEntries(given.entries.filter(isBooked), known.entries.filter(isBooked), lock.open, originOf(known)),
        );
      for (const entry of known.entries)
        if (isBooked?.(entry) !== true && next?.holds(entry) !== false) entries.push(entry);
      given = known;
      lock = next;
    }
    return { entries, refusal: given.refusal };
  };
}

/** What was known of a record after a run. A state that cannot be read leaves the entries of the one before. */
function stateAt(record: CollectedRecord, run: number, before: State, timezone: string): State {
  const state = recordAt(record, run);
  if (state === null || state.revisions.length === before.record?.revisions.length) return before;
  try {
    return { record: state, entries: normalize(state, { timezone }), refusal: null };
  } catch (error) {
    if (!(error instanceof NormalizationError)) throw error;
    return { record: state, entries: before.entries, refusal: error };
  }
}

function originOf({ record }: State): { readonly revision: number; readonly sha256: string } | null {
  const revision = record?.revisions[record.revisions.length - 1];
  return revision === undefined ? null : { revision: revision.number, sha256: revision.sha256 };
}
