import { guardText } from "../formula-guard.js";

/**
 * How a CSV is written. `spreadsheet`, for people: UTF-8 with a byte order mark, CRLF, text guarded against formulas.
 * `machine`, for programs: no mark, LF, text as it is.
 */
export type CsvDialect = "spreadsheet" | "machine";

/** What divides the cells, and what stands before the decimals. */
export interface CsvProfile {
  /** Default a comma; spreadsheets of countries with a decimal comma expect a semicolon. */
  readonly delimiter?: "," | ";" | "\t";
  /** Default a point. A decimal comma needs another delimiter. */
  readonly decimal?: "." | ",";
}

export interface CsvOptions extends CsvProfile {
  /** Default `spreadsheet`. */
  readonly dialect?: CsvDialect;
}

/** What the dialects differ in. */
export interface CsvForm {
  readonly mark: string;
  readonly newline: string;
  readonly text: (text: string) => string;
}

export const csvForms: Readonly<Record<CsvDialect, CsvForm>> = {
  // Excel reads UTF-8 only after a byte order mark; other programs take it for a part of the first name.
  spreadsheet: { mark: "\ufeff", newline: "\r\n", text: guardText },
  machine: { mark: "", newline: "\n", text: (text) => text },
};
