import { pipeline } from "node:stream/promises";
import Papa from "papaparse";
import type { ExportFile, ExportFormat } from "../export-format.js";
import { leftOutFile } from "../journal/accounting/left-out.js";
import { walletFilePart } from "./bank-account-id.js";
import type { BankStatement } from "./bank-statement.js";
import type { CsvTarget } from "./csv-target.js";
import { readBankStatements } from "./read-bank-statements.js";

const newline = "\r\n";

/**
 * A bank format as CSV: a file for each wallet and currency, `<format>-<month>-<wallet>.csv`, in numbered parts where the
 * program takes no more. UTF-8 without a mark. Lines of unknown direction stand in `<format>-<month>-left-out.csv`.
 */
export function bankCsvFormat(target: CsvTarget): ExportFormat {
  return async function* bankCsv(input): AsyncGenerator<ExportFile> {
    const { statements, unsigned } = await readBankStatements(input);
    const name = `${target.name}-${input.statement.month}`;
    for (const statement of statements) {
      const part = walletFilePart(statement, statements);
      const texts = textsOf(target, statement);
      for (const [index, text] of texts.entries()) {
        const number = texts.length > 1 ? `-${index + 1}` : "";
        yield { name: `${name}-${part}${number}.csv`, write: (output) => pipeline([text], output) };
      }
    }
    yield* leftOutFile(name, [], unsigned, input);
  };
}

/** The files' texts; a wallet without entries has one too, so that nobody looks for it. */
function textsOf({ header, row, rows, bytes }: CsvTarget, statement: BankStatement): string[] {
  const line = (cells: readonly string[]) => `${Papa.unparse([[...cells]])}${newline}`;
  const head = header === null ? "" : line(header);
  const texts: string[] = [];
  let text = head;
  let count = 0;
  for (const entry of statement.entries) {
    const next = line(row(entry, statement));
    if (count === rows || Buffer.byteLength(text) + Buffer.byteLength(next) > bytes) {
      texts.push(text);
      text = head;
      count = 0;
    }
    text += next;
    count += 1;
  }
  return [...texts, text];
}
