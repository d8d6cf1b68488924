import type { Value } from "../database.js";

/**
 * A lot as one JSON text, which passes between threads as one copy and is parsed at once; the column of JSON texts stands
 * in it as it is. The numbers of rows and columns go with it.
 */
export interface LotText {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

export function writeLot(lot: readonly (readonly Value[])[], json: number | null): LotText {
  let text = "[";
  for (const row of lot) {
    text += text === "[" ? "[" : ",[";
    for (const [column, value] of row.entries()) {
      if (column > 0) text += ",";
      text += column === json || typeof value === "number" ? value : JSON.stringify(value);
    }
    text += "]";
  }
  return { text: `${text}]`, rows: lot.length, columns: lot[0]?.length ?? 0 };
}

/** Throws `SyntaxError` for JSON texts that are none by themselves, as parsing each would. */
export function readLot({ text, rows, columns }: LotText): readonly (readonly unknown[])[] {
  const lot = JSON.parse(text) as readonly (readonly unknown[])[];
  if (lot.length !== rows || !lot.every((row) => row.length === columns))
    throw new SyntaxError("a column of JSON texts holds something else");
  return lot;
}
