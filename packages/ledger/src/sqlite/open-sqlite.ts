import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Database, Snapshot, Transact } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import { createSerializer } from "../serializer.js";
import { connectSqlite, type SqliteConnection } from "./sqlite-connection.js";
import { sqliteTerms } from "./sqlite-terms.js";
import { whenFree } from "./when-free.js";

/**
 * Write-ahead log: readers and the writer do not wait for one another. Synchronous NORMAL: a killed process loses
 * nothing, and a power cut at most the newest pages, with their cursor, never the file. The log is moved into the file
 * at 64 MB, and the writer caches 32 MB, because ids in no order touch the whole index; a reader goes in order.
 */
const settings = (cacheInKilobytes: number) => `
  PRAGMA spendbook.journal_mode = WAL;
  PRAGMA foreign_keys = ON;
  PRAGMA spendbook.synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 16000;
  PRAGMA spendbook.cache_size = -${cacheInKilobytes};
`;
const writerCache = 32_000;
const readerCache = 8_000;

// SQLite answers without waiting, so nothing here would ever let timers, signals and libsql's own clearing up take their
// turn: each transaction and each step of a reading begins with one.

/** Opens a ledger file, made where there is none; `wait` milliseconds at most for another program's lock. */
export async function openSqlite(location: string, wait: number): Promise<Database> {
  const path = resolve(location);
  const idle: SqliteConnection[] = [];
  const all = new Set<SqliteConnection>();
  let closed = false;

  const connect = async (cacheInKilobytes: number) => {
    const connection = connectSqlite(path);
    try {
      await whenFree(path, wait, () => connection.run(settings(cacheInKilobytes)));
    } catch (error) {
      connection.close();
      throw error;
    }
    all.add(connection);
    return connection;
  };

  const closeAll = () => {
    closed = true;
    for (const connection of all) connection.close();
    all.clear();
  };

  const assertOpen = () => {
    if (closed) throw new LedgerError("ledger_closed", `${path} was closed: open it again`);
  };

  const begin = (connection: SqliteConnection, sql: string) =>
    whenFree(path, wait, () => {
      try {
        connection.run(sql);
      } catch (error) {
        connection.rollback();
        throw error;
      }
    });

  const writer = await connect(writerCache);
  const serialize = createSerializer();

  const transact: Transact = (work) =>
    serialize(async () => {
      await turn();
      assertOpen();
      await begin(writer, "BEGIN IMMEDIATE");
      try {
        const result = await work(writer.query);
        await writer.query("COMMIT");
        return result;
      } catch (error) {
        writer.rollback();
        throw error;
      }
    });

  const snapshot = async (): Promise<Snapshot> => {
    assertOpen();
    const connection = idle.pop() ?? (await connect(readerCache));
    // The instant is that of the first reading.
    await begin(connection, "BEGIN; SELECT 1 FROM spendbook.sqlite_schema");
    let released = false;
    const assertReading = async () => {
      await turn();
      if (released || closed) throw new LedgerError("ledger_closed", `the reading of ${path} has ended: begin another`);
    };
    return {
      query: (sql, values) => assertReading().then(() => connection.query(sql, values)),
      rows: (sql, values) => assertReading().then(() => connection.rows(sql, values)),
      release: async () => {
        if (released || closed) return;
        released = true;
        connection.rollback();
        idle.push(connection);
      },
    };
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
    close: () => serialize(async () => closeAll()),
  };
}
