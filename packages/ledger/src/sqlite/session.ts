import type { Query } from "../database.js";
import { inTransaction } from "../in-transaction.js";
import type { LotQuery, ReadLots } from "../lot-query.js";
import { type PagesFiled, type PagesInput, storePages } from "../store-pages.js";
import { parseLot, readLotTexts } from "./lot-text.js";
import { beginTransaction, openConnection } from "./open-connection.js";

/** What a session is for. */
export type SessionKind = "reader" | "writer";

/**
 * A connection to a ledger file: one transaction after the other, of a reader's at one instant, of a writer's while no
 * other writes. Throws `LedgerError`.
 */
export interface Session {
  begin(): Promise<void>;
  readonly query: Query;
  readonly lots: ReadLots;
  commit(): Promise<void>;
  /** Ends the transaction, if one is open, and undoes what it wrote. */
  rollback(): Promise<void>;
  /** Stores pages in a transaction of their own. */
  storePages(pages: PagesInput): Promise<PagesFiled>;
  close(): Promise<void>;
}

/** The writer caches more, because ids in no order touch the whole index; a reader goes in order. */
const cacheInKilobytes = { reader: 8_000, writer: 32_000 };

/** The instant of a reading is that of its first look. */
const beginning = { reader: "BEGIN; SELECT 1 FROM spendbook.sqlite_schema", writer: "BEGIN IMMEDIATE" };

/** Opens a session on the thread of its caller; `wait` milliseconds at most for another program's lock. */
export async function openSession(path: string, wait: number, kind: SessionKind) {
  const connection = await openConnection(path, wait, cacheInKilobytes[kind]);
  const { query, rows } = connection;
  const transaction = {
    begin: () => beginTransaction(connection, path, wait, beginning[kind]),
    query,
    commit: async () => void (await query("COMMIT")),
    rollback: async () => connection.rollback(),
  };
  return {
    ...transaction,
    rows,
    lots: async function* (query: LotQuery) {
      for await (const text of readLotTexts(rows, query)) yield parseLot(text);
    } as ReadLots,
    storePages: (pages: PagesInput) => inTransaction(transaction, (query) => storePages(query, pages)),
    close: async () => connection.close(),
  };
}
