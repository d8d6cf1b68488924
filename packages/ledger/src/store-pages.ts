import { countFilings } from "./count-filings.js";
import type { Query, Transact } from "./database.js";
import { giveSignOfLife } from "./give-sign-of-life.js";
import { groupByList } from "./group-by-list.js";
import { listIdOf } from "./list-id.js";
import type { CheckedRecord } from "./plan-page.js";
import type { Filing } from "./record.js";
import { type FiledRecord, storePage } from "./store-page.js";

/** Pages to store in one transaction: data alone, so that a thread can be told. */
export interface PagesInput {
  readonly accountId: number;
  readonly runId: number;
  /** When the pages were seen, in milliseconds. */
  readonly now: number;
  /** JSON text, or null where the last one stays. */
  readonly cursor: string | null;
  readonly records: readonly CheckedRecord[];
  /** Lists that are certainly on record. */
  readonly listIds: ListIds;
}

/** The numbers of an account's lists, by wallet and endpoint. */
export type ListIds = ReadonlyMap<string, number>;

/** What became of the records, and the ledger's own numbers of them, in their order. */
export interface PagesFiled {
  readonly filings: readonly Filing[];
  readonly ids: readonly number[];
  readonly listIds: ListIds;
}

/** Stores the pages that are taken once the transactions before are done, in a transaction of their own. */
export type StorePages = (take: () => PagesInput) => Promise<PagesFiled>;

/** Stores pages by way of the engine's transactions. */
export const createStorePages =
  (transact: Transact): StorePages =>
  (take) =>
    transact((query) => storePages(query, take()));

/** Stores pages in a transaction under way, while their run still holds its account. */
export async function storePages(
  query: Query,
  { accountId, runId, now, cursor, records, listIds: known }: PagesInput,
): Promise<PagesFiled> {
  await giveSignOfLife(query, runId, now);
  const filed: FiledRecord[] = [];
  const listIds = new Map<string, number>();
  for (const [key, { name, records: own, positions }] of groupByList(records)) {
    const listId = known.get(key) ?? (await listIdOf(query, accountId, name));
    listIds.set(key, listId);
    const stored = await storePage(query, { accountId, listId, runId }, own, now);
    for (const [index, record] of stored.entries()) filed[positions[index] as number] = record;
  }
  const filings = filed.map(({ filing }) => filing);
  const { added, changed, unchanged } = countFilings(filings);
  await query(
    `UPDATE spendbook.run SET added = added + $2, changed = changed + $3, unchanged = unchanged + $4,
       cursor = COALESCE($5, cursor) WHERE id = $1`,
    [runId, added, changed, unchanged, cursor],
  );
  return { filings, ids: filed.map(({ id }) => id), listIds };
}
