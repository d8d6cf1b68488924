import type { Statement, StatementLine } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";
import { collect } from "../../__fixtures__/collect.js";
import type { FocusVersion } from "../focus-version.js";
import { writeFocus } from "../write-focus.js";

export type Cells = Readonly<Record<string, string | null>>;

/** A file as a program sees it that nobody here wrote: an empty cell is null. */
export interface FocusFile {
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
}

export async function readFocus(
  statement: Statement,
  lines: Iterable<StatementLine>,
  version: FocusVersion,
): Promise<FocusFile> {
  const csv = await collect((output) => writeFocus({ statement, lines: () => lines }, output, version));
  const [columns = [], ...table] = parse(csv, { relax_quotes: false }) as string[][];
  const rows = table.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] || null])));
  return { columns, rows };
}
