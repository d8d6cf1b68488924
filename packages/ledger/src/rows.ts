import type { Query, Value } from "./database.js";
import { LedgerError } from "./ledger-error.js";

/** Rows of one statement: within both engines' limits of parameters, and few enough texts to keep prepared. */
const rowsAtOnce = 200;

/** `($1, $2), ($3, $4)`: a row of `columns` for each of `count`, the first parameter being number `first`. */
export function placeholders(count: number, columns: number, first = 1): string {
  const key = `${count} ${columns} ${first}`;
  let text = made.get(key);
  if (text === undefined) {
    text = Array.from({ length: count }, (_, row) => placeholderRow(columns, first + row * columns)).join(", ");
    made.set(key, text);
  }
  return text;
}

// Pages are alike: a few texts serve a whole collection.
const made = new Map<string, string>();

function placeholderRow(columns: number, first: number): string {
  return `(${Array.from({ length: columns }, (_, column) => `$${first + column}`).join(", ")})`;
}

/** Items in lots that one statement takes. */
export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / rowsAtOnce) }, (_, index) =>
    items.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}

/** Inserts rows into `table (columns)`. */
export async function insertRows(
  query: Query,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  for (const chunk of chunks(rows))
    await query(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${placeholders(chunk.length, columns.length)}`,
      chunk.flat(),
    );
}

/** The one row of an answer that always has one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new LedgerError("ledger_failed", "the database kept nothing: run again");
  return row;
}
