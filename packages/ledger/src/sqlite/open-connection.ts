import { connectSqlite, type SqliteConnection } from "./sqlite-connection.js";
import { whenFree } from "./when-free.js";

/**
 * Write-ahead log: readers and the writer do not wait for one another. Synchronous NORMAL: a killed process loses
 * nothing, and a power cut at most the newest pages, with their cursor, never the file. The log is moved into the file
 * at 64 MB.
 */
const settings = (cacheInKilobytes: number) => `
  PRAGMA spendbook.journal_mode = WAL;
  PRAGMA foreign_keys = ON;
  PRAGMA spendbook.synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 16000;
  PRAGMA spendbook.cache_size = -${cacheInKilobytes};
`;

/** Connects and settles the connection; `wait` milliseconds at most for another program's lock. */
export async function openConnection(path: string, wait: number, cacheInKilobytes: number): Promise<SqliteConnection> {
  const connection = connectSqlite(path);
  try {
    await whenFree(path, wait, () => connection.run(settings(cacheInKilobytes)));
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Begins a transaction by `sql`; `wait` milliseconds at most for another program's lock. */
export function beginTransaction(connection: SqliteConnection, path: string, wait: number, sql: string): Promise<void> {
  return whenFree(path, wait, () => {
    try {
      connection.run(sql);
    } catch (error) {
      connection.rollback();
      throw error;
    }
  });
}
