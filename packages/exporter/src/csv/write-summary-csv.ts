import type { Writable } from "node:stream";
import type { Statement, WalletStatement } from "@spendbook/normalizer";
import { type CsvCell, writeCsv } from "./write-csv.js";
import type { CsvOptions } from "./write-entries-csv.js";

const columns: readonly (readonly [string, (wallet: WalletStatement) => CsvCell])[] = [
  ["provider", (wallet) => ({ text: wallet.provider })],
  ["account", (wallet) => ({ text: wallet.account })],
  ["wallet", (wallet) => ({ text: wallet.wallet })],
  ["currency", (wallet) => ({ text: wallet.currency })],
  ["completeness", (wallet) => wallet.completeness],
  ["verdict", (wallet) => wallet.verdict],
  ["opening", (wallet) => wallet.opening],
  ["top_ups", (wallet) => wallet.topUps],
  ["grants", (wallet) => wallet.grants],
  ["refunds", (wallet) => wallet.refunds],
  ["usage", (wallet) => wallet.usage],
  ["expired", (wallet) => wallet.expired],
  ["fees", (wallet) => wallet.fees],
  ["adjustments", (wallet) => wallet.adjustments],
  ["unclassified", (wallet) => wallet.unclassified],
  ["unexplained", (wallet) => wallet.unexplained],
  ["closing", (wallet) => wallet.closing],
  ["spend", (wallet) => wallet.spend],
  ["lines", (wallet) => String(wallet.lines)],
  ["notes", (wallet) => ({ text: wallet.notes.join("\n") })],
];

/**
 * Writes the roll-forward of a month, a line for each wallet and currency. Amounts have the wallet's sign, but `spend`
 * is printed positive; what is unknown is empty. Ends the output; throws what it throws.
 */
export function writeSummaryCsv(
  statement: Statement,
  output: Writable,
  { dialect = "spreadsheet" }: CsvOptions = {},
): Promise<void> {
  const rows = statement.wallets.map((wallet) => columns.map(([, value]) => value(wallet)));
  return writeCsv(
    columns.map(([name]) => name),
    rows,
    output,
    dialect,
  );
}
