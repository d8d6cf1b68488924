import type { Query } from "../database.js";
import type { LotQuery, ReadLots } from "../lot-query.js";
import { parseLot, readLotTexts } from "./lot-text.js";
import { beginTransaction, openConnection, readerCache } from "./open-connection.js";

/** A connection for reading: one snapshot after the other. Throws `LedgerError`. */
export interface SqliteReader {
  begin(): Promise<void>;
  readonly query: Query;
  readonly lots: ReadLots;
  end(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a reader that works on the thread of its caller. */
export async function openReader(path: string, wait: number) {
  const connection = await openConnection(path, wait, readerCache);
  return {
    // The instant is that of the first reading.
    begin: () => beginTransaction(connection, path, wait, "BEGIN; SELECT 1 FROM spendbook.sqlite_schema"),
    query: connection.query,
    rows: connection.rows,
    lots: async function* (query: LotQuery) {
      for await (const text of readLotTexts(connection.rows, query)) yield parseLot(text);
    } as ReadLots,
    end: async () => connection.rollback(),
    close: async () => connection.close(),
  };
}
