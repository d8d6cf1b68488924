import type { RowQuery, Value } from "./database.js";

/** A query read in lots, each from the last row of the one before, so that no statement stays open while rows are used. */
export interface LotQuery {
  /** Takes the values, then the place after which to read on, then how many rows to give at most. */
  readonly sql: string;
  readonly values: readonly Value[];
  /** The place before all rows. */
  readonly start: readonly Value[];
  /** The columns of a row that make its place. */
  readonly place: readonly number[];
  readonly rowsAtOnce: number;
  /** The column of JSON texts that is given as the values in them; null where all columns are given as they are. */
  readonly json: number | null;
}

/** A query's lots, with each row as the list of its columns; none is empty. */
export type ReadLots = <Row extends readonly unknown[]>(query: LotQuery) => AsyncGenerator<readonly Row[]>;

/** A query's lots, its JSON texts as the texts that they are. */
export async function* readTextLots(
  rows: RowQuery,
  { sql, values, start, place, rowsAtOnce }: LotQuery,
): AsyncGenerator<readonly (readonly Value[])[]> {
  for (let after = start; ; ) {
    const lot = await rows<readonly Value[]>(sql, [...values, ...after, rowsAtOnce]);
    const last = lot.at(-1);
    if (last !== undefined) yield lot;
    if (last === undefined || lot.length < rowsAtOnce) return;
    after = place.map((column) => last[column] ?? null);
  }
}

/** Reads and parses lots where its caller runs. */
export const createLotReader = (rows: RowQuery) =>
  async function* (query) {
    const { json } = query;
    for await (const lot of readTextLots(rows, query))
      yield json === null ? lot : lot.map((row: readonly unknown[]) => row.with(json, JSON.parse(String(row[json]))));
  } as ReadLots;
