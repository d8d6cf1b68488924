/** How a column is written: text is guarded against formulas in the spreadsheet dialect, the rest never is. */
export type ColumnType = "text" | "date" | "instant" | "decimal" | "count" | "boolean";

/** A column of a table, in every format alike. */
export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** The value as text, a decimal in plain notation with every digit; null where it is unknown. */
  readonly value: (row: Row) => string | null;
}
