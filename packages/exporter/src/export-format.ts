import type { Writable } from "node:stream";
import type { ChartOfAccounts, Statement, StatementLine } from "@spendbook/normalizer";
import type { CsvProfile } from "./csv/csv-dialect.js";

/** What every format is made of. */
export interface ExportInput {
  readonly statement: Statement;
  /** Reads the month's lines from the start, at each call; they sum to the statement. */
  readonly lines: () => AsyncIterable<StatementLine> | Iterable<StatementLine>;
  /** The accounts that journals post to. */
  readonly chart: ChartOfAccounts;
  /** How the CSV for people is divided; the imports keep to what their programs take. */
  readonly csv?: CsvProfile;
}

/** A file that can be written: `write` ends its output and resolves once the output took everything. */
export interface ExportFile {
  /** Without a folder. */
  readonly name: string;
  readonly write: (output: Writable) => Promise<void>;
}

/** Gives the files of one format, to be written one after the other, each before the next is asked for. */
export type ExportFormat = (input: ExportInput) => Iterable<ExportFile> | AsyncIterable<ExportFile>;
