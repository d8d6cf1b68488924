import type { OpenSnapshot, Query, Snapshot } from "./database.js";
import { exportLines } from "./export-lines.js";
import { findRecords, findSourceIds } from "./find-records.js";
import { flatten } from "./flatten.js";
import type { AccountFilter, LedgerReader } from "./ledger.js";
import { type AccountRow, readAccounts } from "./read-accounts.js";
import { readClosings } from "./read-closings.js";
import { readRecords } from "./read-records.js";
import { readLastRun, readRuns } from "./read-runs.js";
import { readSnapshots } from "./read-snapshots.js";

/** The readings of a ledger, each in a snapshot that `open` gives and that is released when the reading ends. */
export function createReader(open: OpenSnapshot): LedgerReader {
  async function* stream<T>(
    extent: "few" | "many",
    read: (snapshot: Snapshot) => AsyncGenerator<T>,
  ): AsyncGenerator<T> {
    const snapshot = await open(extent);
    try {
      yield* read(snapshot);
    } finally {
      await snapshot.release();
    }
  }

  const once = async <T>(read: (query: Query) => Promise<T>): Promise<T> => {
    const snapshot = await open();
    return read(snapshot.query).finally(() => snapshot.release());
  };

  const ofAccounts = <T>(
    extent: "few" | "many",
    filter: AccountFilter | undefined,
    read: (snapshot: Snapshot, row: AccountRow) => AsyncGenerator<T>,
  ) =>
    stream(extent, async function* (snapshot) {
      for (const row of await readAccounts(snapshot.query, filter)) yield* read(snapshot, row);
    });

  const recordLots = (filter?: AccountFilter) =>
    ofAccounts("many", filter, (snapshot, row) => readRecords(snapshot, row, "values"));

  return {
    accounts: () =>
      once(async (query) => (await readAccounts(query)).map(({ provider, account }) => ({ provider, account }))),
    records: (filter) => flatten(recordLots(filter)),
    recordLots,
    snapshots: (filter) => ofAccounts("few", filter, ({ query }, row) => readSnapshots(query, row, JSON.parse)),
    runs: (filter) => ofAccounts("few", filter, ({ query }, row) => readRuns(query, row)),
    lastRun: ({ provider, account }, filter) =>
      once(async (query) => {
        const [row] = await readAccounts(query, { provider, account });
        return row === undefined ? null : readLastRun(query, row, filter);
      }),
    closings: () => once(readClosings),
    recordsOf: (sourceId, filter) => ofAccounts("few", filter, ({ query }, row) => findRecords(query, row, sourceId)),
    sourceIds: (prefix, limit, filter) =>
      once(async (query) => {
        const ids = new Set<string>();
        for (const row of await readAccounts(query, filter))
          for (const id of await findSourceIds(query, row, prefix, limit)) ids.add(id);
        return [...ids].sort(byBytes).slice(0, limit);
      }),
    exportLines: (options) => stream("many", (snapshot) => exportLines(snapshot, options)),
  };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
