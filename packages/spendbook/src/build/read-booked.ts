import type { LedgerReader, StoredRecord } from "@spendbook/ledger";
import {
  type AccountUsage,
  createBooking,
  type LedgerEntry,
  NormalizationError,
  type ProviderId,
  readUsageCheck,
  recordAt,
  type SourceRecord,
} from "@spendbook/normalizer";
import type { StatementPlan } from "./statement-plan.js";

/**
 * Reads a plan's records once, account by account and each in the ledger's order, and gives what each comes to, in lots of
 * one account. Throws the signal's reason once it is aborted.
 */
export async function* readBooked(
  ledger: LedgerReader<ProviderId>,
  { accounts, timezone, basis }: StatementPlan,
  signal?: AbortSignal,
): AsyncGenerator<readonly Booked[]> {
  for (const { provider, account, run: through, cuts } of accounts) {
    const book = createBooking({ timezone, basis, cuts, through });
    signal?.throwIfAborted();
    for await (const lot of ledger.recordLots({ provider, account })) {
      signal?.throwIfAborted();
      const booked: Booked[] = [];
      for (const stored of lot) {
        const record = recordAt(stored, through);
        if (record === null) continue;
        const { entries, refusal } = book(record);
        booked.push({ record, entries, refusal, usage: usageOf(record) });
      }
      yield booked;
    }
  }
}

/** What one record comes to. */
export interface Booked {
  /** With its states of then. */
  readonly record: StoredRecord<ProviderId>;
  readonly entries: readonly LedgerEntry[];
  /** Why its newest state cannot be read; null where it can. */
  readonly refusal: NormalizationError | null;
  /** A second figure for usage, to compare and never to add. */
  readonly usage: AccountUsage | null;
}

function usageOf(record: SourceRecord): AccountUsage | null {
  try {
    return readUsageCheck(record);
  } catch (error) {
    // Booking refuses the same record, and says so.
    if (error instanceof NormalizationError) return null;
    throw error;
  }
}
