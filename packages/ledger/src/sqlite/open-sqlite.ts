import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Database, Transact } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import { createSerializer } from "../serializer.js";
import type { StorePages } from "../store-pages.js";
import { createReaders } from "./create-readers.js";
import { createWriter } from "./create-writer.js";
import { sqliteTerms } from "./sqlite-terms.js";
import { defaultThreads } from "./sqlite-threads.js";

// SQLite answers without waiting, so nothing here would ever let timers, signals and libsql's own clearing up take their
// turn: each transaction and each step of a reading begins with one.

/** Opens a ledger file, made where there is none; `wait` milliseconds at most for another program's lock. */
export async function openSqlite(location: string, wait: number, threads = defaultThreads): Promise<Database> {
  const path = resolve(location);
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new LedgerError("ledger_closed", `${path} was closed: open it again`);
  };

  const writer = await createWriter(path, wait, threads.writeAfter);
  const readers = createReaders(path, wait, threads);
  const serialize = createSerializer();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    serialize(async () => {
      await turn();
      assertOpen();
      return work();
    });
  const transact: Transact = (work) => inTurn(() => writer.transact(work));
  const storePages: StorePages = (take) => inTurn(() => writer.storePages(take));

  const close = async () => {
    closed = true;
    await readers.close().finally(writer.close);
  };

  return {
    place: path,
    terms: sqliteTerms,
    listTables:
      "SELECT name FROM spendbook.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
    // BEGIN IMMEDIATE keeps other openers out.
    prepareMigration: async () => {},
    lockClosings: null,
    transact,
    snapshot: async (extent) => {
      assertOpen();
      return readers.snapshot(extent);
    },
    lockAccount: async () => ({ exclusive: false, transact, storePages, release: async () => {} }),
    close: () => serialize(close),
  };
}
