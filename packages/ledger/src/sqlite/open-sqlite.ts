import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Database, OpenSnapshot, Transact } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import type { LotQuery, ReadLots } from "../lot-query.js";
import { createSerializer } from "../serializer.js";
import { beginTransaction, openConnection, writerCache } from "./open-connection.js";
import { openReader, type SqliteReader } from "./open-reader.js";
import { sqliteTerms } from "./sqlite-terms.js";
import { startReaderThread } from "./start-reader-thread.js";

/** When readings of many rows run on threads of their own. */
export interface ReaderThreads {
  /** The least size of the file, in bytes. */
  readonly from: number;
  /** Readings beyond this many at once run on the caller's thread. */
  readonly atMost: number;
}

/** A thread takes 40 ms to start, which a large file makes up for; it needs a core of its own. */
const readerThreads: ReaderThreads = { from: 32 * 2 ** 20, atMost: availableParallelism() - 1 };

// SQLite answers without waiting, so nothing here would ever let timers, signals and libsql's own clearing up take their
// turn: each transaction and each step of a reading begins with one.

/** Opens a ledger file, made where there is none; `wait` milliseconds at most for another program's lock. */
export async function openSqlite(location: string, wait: number, threads = readerThreads): Promise<Database> {
  const path = resolve(location);
  const readers = new Set<SqliteReader>();
  const idle: SqliteReader[] = [];
  const idleThreads: SqliteReader[] = [];
  let threadsStarted = 0;
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new LedgerError("ledger_closed", `${path} was closed: open it again`);
  };

  const writer = await openConnection(path, wait, writerCache);
  const serialize = createSerializer();

  const transact: Transact = (work) =>
    serialize(async () => {
      await turn();
      assertOpen();
      await beginTransaction(writer, path, wait, "BEGIN IMMEDIATE");
      try {
        const result = await work(writer.query);
        await writer.query("COMMIT");
        return result;
      } catch (error) {
        writer.rollback();
        throw error;
      }
    });

  const mayStartThread = () =>
    threadsStarted < threads.atMost && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= threads.from;

  const startThread = () => {
    threadsStarted += 1;
    return startReaderThread(path, wait);
  };

  const snapshot: OpenSnapshot = async (extent = "few") => {
    assertOpen();
    const onThread = extent === "many" && (idleThreads.length > 0 || mayStartThread());
    const pool = onThread ? idleThreads : idle;
    const reader = pool.pop() ?? (onThread ? startThread() : await openReader(path, wait));
    readers.add(reader);
    await reader.begin();
    let released = false;
    const assertReading = async () => {
      await turn();
      if (released || closed) throw new LedgerError("ledger_closed", `the reading of ${path} has ended: begin another`);
    };
    return {
      query: (sql, values) => assertReading().then(() => reader.query(sql, values)),
      lots: async function* (query: LotQuery) {
        await assertReading();
        for await (const lot of reader.lots(query)) {
          yield lot;
          await assertReading();
        }
      } as ReadLots,
      release: async () => {
        if (released || closed) return;
        released = true;
        await reader.end();
        pool.push(reader);
      },
    };
  };

  const close = async () => {
    closed = true;
    const closing = [...readers].map((reader) => reader.close());
    readers.clear();
    await Promise.all(closing).finally(() => writer.close());
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
    snapshot,
    lockAccount: async () => ({ exclusive: false, transact, release: async () => {} }),
    close: () => serialize(close),
  };
}
