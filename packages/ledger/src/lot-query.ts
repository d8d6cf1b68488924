import type { RowQuery, Value } from "./database.js";

/** A query read in lots, each from the last row of the one before, so that no statement stays open while rows are used. */
export interface LotQuery {
  /**
   * Gives `columns` and a last one named `body`. Takes the values, then the place after which to read on, then how many
   * rows to give at most.
   */
  readonly sql: string;
  readonly columns: readonly string[];
  readonly values: readonly Value[];
  /** The place before all rows. */
  readonly start: readonly Value[];
  /** The columns of a row that make its place. */
  readonly place: readonly number[];
  readonly rowsAtOnce: number;
  /** How the bodies are given, which are JSON texts. */
  readonly bodies: "values" | "texts";
}

/** Rows, each as the list of its columns, and the body of each. */
export interface Lot<Row extends readonly Value[]> {
  readonly rows: readonly Row[];
  readonly bodies: readonly unknown[];
}

/** A query's lots; none is empty. */
export type ReadLots = <Row extends readonly Value[]>(query: LotQuery) => AsyncGenerator<Lot<Row>>;

/** What is read of a query at once, in whatever form. */
export interface ReadLot<Form> {
  readonly form: Form;
  readonly rows: number;
  readonly last: readonly Value[];
}

/** One reading after the other, each from the last row of the one before; `read` gives null where there is no row. */
export async function* readInLots<Form>(
  { values, start, place, rowsAtOnce }: LotQuery,
  read: (values: readonly Value[]) => Promise<ReadLot<Form> | null>,
): AsyncGenerator<Form> {
  for (let after = start; ; ) {
    const lot = await read([...values, ...after, rowsAtOnce]);
    if (lot !== null) yield lot.form;
    if (lot === null || lot.rows < rowsAtOnce) return;
    after = place.map((column) => lot.last[column] ?? null);
  }
}

/** Reads lots from rows. */
export const createLotReader = (rows: RowQuery) =>
  ((query) =>
    readInLots(query, async (values) => {
      const lot = await rows<readonly Value[]>(query.sql, values);
      const last = lot.at(-1);
      if (last === undefined) return null;
      const texts = lot.map((row) => String(row[query.columns.length]));
      const bodies = query.bodies === "values" ? texts.map((text) => JSON.parse(text) as unknown) : texts;
      return { form: { rows: lot, bodies }, rows: lot.length, last };
    })) as ReadLots;
