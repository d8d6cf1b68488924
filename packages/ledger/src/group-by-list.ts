import type { ListName } from "./list-id.js";
import type { CheckedRecord } from "./plan-page.js";

/** The records of one list in a page. */
export interface ListOfPage {
  readonly name: ListName;
  readonly records: CheckedRecord[];
  /** Where the records stand in the page. */
  readonly positions: number[];
}

/** Sorts a page's records by their lists; in each they keep the page's order. */
export function groupByList(records: readonly CheckedRecord[]): ReadonlyMap<string, ListOfPage> {
  const lists = new Map<string, ListOfPage>();
  for (const [position, record] of records.entries()) {
    const { wallet, endpoint } = record;
    // No name holds a NUL.
    const key = `${wallet}\0${endpoint}`;
    const list = lists.get(key) ?? { name: { wallet, endpoint }, records: [], positions: [] };
    lists.set(key, list);
    list.records.push(record);
    list.positions.push(position);
  }
  return lists;
}
