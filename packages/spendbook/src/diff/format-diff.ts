import { accountKey } from "../config/account-key.js";
import { formatTable } from "../output/format-table.js";
import type { RecordDifferences } from "./diff-records.js";
import type { WalletDifference } from "./diff-statements.js";

/** What differs in a month, and against what. */
export interface MonthDifference {
  readonly month: string;
  /** What it is compared with, in words. */
  readonly against: string;
  readonly wallets: readonly WalletDifference[];
  readonly records: RecordDifferences;
}

/** For a person. */
export function formatDiff({ month, against, wallets, records }: MonthDifference): string {
  if (wallets.length === 0 && records.count === 0) return `Nothing would change in ${month}: it is as in ${against}.\n`;
  const rows = wallets.flatMap((wallet) =>
    wallet.figures.map(({ figure, before, after }) => [
      accountKey(wallet),
      wallet.wallet,
      figure,
      before ?? "?",
      after ?? "?",
      wallet.currency,
    ]),
  );
  const more = records.count - records.first.length;
  const lines = records.first.map(
    ({ record, before, after }) =>
      `  ${printable(record)}\n    before  ${before.join("; ") || "nothing"}\n    after   ${after.join("; ") || "nothing"}\n`,
  );
  return [
    `${month} against ${against}`,
    rows.length === 0
      ? "No figure would change."
      : formatTable(["account", "wallet", "figure", "before", "after", ""], rows, "lllrrl"),
    `${records.count.toLocaleString("en")} records differ${records.count > 0 ? ":" : "."}\n${lines.join("")}${more > 0 ? `  …and ${more} more` : ""}`.trimEnd(),
  ]
    .map((block) => `${block}\n\n`)
    .join("");
}

/** A provider's text could move the cursor or break the line. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, " ");
}
