import type { BankEntry, BankStatement } from "./bank-statement.js";

/** How an accounting program wants a bank account's lines as CSV. */
export interface CsvTarget {
  readonly name: string;
  /** Null where the file has none. */
  readonly header: readonly string[] | null;
  readonly row: (entry: BankEntry, statement: BankStatement) => readonly string[];
  /** Most rows in one file, the header not counted, and most bytes; what is more goes into another part. */
  readonly rows: number;
  readonly bytes: number;
}
