import type { RowQuery, Value } from "../database.js";
import { type Lot, type LotQuery, readInLots } from "../lot-query.js";

/**
 * A lot as JSON texts, which SQLite puts together: one value to take over from it instead of one for each column of each
 * row, one copy to pass between threads, and one text to parse.
 */
export interface LotText {
  readonly rows: string;
  readonly bodies: string;
  readonly count: number;
}

/** Reads lots as texts. */
export function readLotTexts(rows: RowQuery, query: LotQuery): AsyncGenerator<LotText> {
  const body = query.bodies === "values" ? "body" : "json_quote(body)";
  // SQLite keeps the order of what it aggregates. A line end stands between rows only, as JSON escapes those in texts.
  const sql = `
    SELECT '[' || group_concat(json_array(${query.columns.join(", ")}), ',' || char(10)) || ']',
      '[' || group_concat(${body}, ',') || ']', count(*)
    FROM (${query.sql})`;
  return readInLots(query, async (values) => {
    const [row] = await rows<readonly [rows: string, bodies: string, count: number]>(sql, values);
    if (row === undefined || row[2] === 0) return null;
    const form: LotText = { rows: row[0], bodies: row[1], count: row[2] };
    const last = JSON.parse(form.rows.slice(Math.max(form.rows.lastIndexOf("\n"), 0) + 1, -1)) as readonly Value[];
    return { form, rows: form.count, last };
  });
}

/** Throws `SyntaxError` where the bodies are not as many JSON texts as there are rows. */
export function parseLot<Row extends readonly Value[]>({ rows, bodies, count }: LotText): Lot<Row> {
  const lot: Lot<Row> = { rows: JSON.parse(rows), bodies: JSON.parse(bodies) };
  if (lot.rows.length !== count || lot.bodies.length !== count)
    throw new SyntaxError("a body is something else than one JSON text");
  return lot;
}
