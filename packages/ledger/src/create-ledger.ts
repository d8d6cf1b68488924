import { beginRun } from "./begin-run.js";
import { closeMonth, reopenMonth } from "./close-month.js";
import { createReader } from "./create-reader.js";
import { createRun, type OpenRun } from "./create-run.js";
import type { Database } from "./database.js";
import type { Ledger } from "./ledger.js";

/** The ledger in a database whose schema is up to date. */
export function createLedger(database: Database, clock: () => Date, lockTimeoutMs: number): Ledger {
  const runs = new Set<OpenRun>();
  return {
    ...createReader(database.snapshot),
    async beginRun(account, options = {}) {
      const begun = await beginRun(database, account, clock, { lockTimeoutMs, ...options });
      const run: OpenRun = createRun(database, begun, clock, () => runs.delete(run));
      runs.add(run);
      return run;
    },
    async read(work) {
      const snapshot = await database.snapshot("many");
      try {
        return await work(createReader(async () => ({ ...snapshot, release: async () => {} })));
      } finally {
        await snapshot.release();
      }
    },
    closeMonth: (closing) => closeMonth(database, closing, clock().getTime()),
    reopenMonth: (reopening) => reopenMonth(database, reopening, clock().getTime()),
    async close() {
      await Promise.all([...runs].map((run) => run.interrupt()));
      await database.close();
    },
  };
}
