import Libsql from "libsql";
import type { Query, RowQuery, Value } from "../database.js";
import { sqliteError } from "./sqlite-error.js";

/** How long SQLite itself waits for a lock, in milliseconds; it blocks the process meanwhile, so we wait ourselves. */
const nativeWait = 20;

/** Statements kept prepared for each connection; their texts differ by the number of rows. */
const keptStatements = 300;

/**
 * One connection to the file at `path`. The file is attached to an empty database in memory: libsql keeps a file open
 * until the garbage collector has found every statement, whereas DETACH closes it at once, and removes the files beside it.
 */
export function connectSqlite(path: string) {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, path);
    }
  };

  const client = new Libsql(":memory:", { timeout: nativeWait });
  const statements = new Map<string, ReturnType<typeof client.prepare>>();
  let open = true;

  const prepare = (sql: string, form: "objects" | "rows") => {
    const key = `${form} ${sql}`;
    let statement = statements.get(key);
    if (statement === undefined) {
      if (statements.size === keptStatements) statements.clear();
      // SQLite numbers `$1` by where it stands first; `?1` by its number.
      statement = client.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
      if (form === "rows") statement.raw(true);
      statements.set(key, statement);
    }
    return statement;
  };

  guard(() => client.prepare("ATTACH ?1 AS spendbook").run([path]));

  return {
    query: (async (sql: string, values: readonly Value[] = []) =>
      guard(() => prepare(sql, "objects").all(values))) as Query,

    rows: (async (sql: string, values: readonly Value[] = []) =>
      guard(() => prepare(sql, "rows").all(values))) as RowQuery,

    /** Runs statements that give nothing back. Throws what SQLite throws, so that the caller can wait. */
    run: (sql: string): void => {
      client.exec(sql);
    },

    /** Undoes an open transaction, if there is one; SQLite has ended it by itself after some errors. */
    rollback: (): void => {
      if (open && client.inTransaction) client.exec("ROLLBACK");
    },

    close(): void {
      if (!open) return;
      this.rollback();
      guard(() => client.exec("DETACH spendbook"));
      client.close();
      open = false;
    },
  };
}

export type SqliteConnection = ReturnType<typeof connectSqlite>;
