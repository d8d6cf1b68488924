import { relative } from "node:path";
import { add, money, type Statement } from "@spendbook/normalizer";
import { accountKey } from "../config/account-key.js";
import { formatTable } from "./format-table.js";
import { incompleteReasons } from "./incomplete-reasons.js";
import type { WrittenStatement } from "./write-statement.js";

const shown = { services: 8, warnings: 12 };

/** What a person reads at the end: the wallets, what was spent on what, what to look at, and where the files are. */
export function formatSummary(statement: Statement, written: WrittenStatement, directory: string): string {
  const { month, timezone, basis, warnings } = statement;
  const incomplete = incompleteReasons(statement).length > 0;
  const place = relative(directory, written.directory) || ".";
  return [
    `Statement ${month}${statement.status === "closed" ? "  CLOSED" : ""}${incomplete ? "  INCOMPLETE" : ""}  (${timezone}, ${basis} basis; not a tax invoice)`,
    numbersLine(statement),
    walletTable(statement),
    serviceTable(statement),
    notProved(statement),
    warnings.length > 0 &&
      [
        "Look at",
        ...cut(
          warnings.map(({ message }) => `  ! ${message}`),
          shown.warnings,
        ),
      ].join("\n"),
    `Amounts are rounded to cents here; the files have every digit.\n${[`In ${place}:`, ...written.files].join("\n  ")}`,
  ]
    .filter(Boolean)
    .map((block) => `${block}\n\n`)
    .join("");
}

function numbersLine({ numbers }: Statement): string | false {
  const each = numbers.map(
    (one) => `${accountKey(one)} ${one.number}${one.revision > 1 ? `, revision ${one.revision}` : ""}`,
  );
  return numbers.length > 0 && `Statement numbers: ${each.join("; ")}`;
}

function walletTable({ wallets, totals }: Statement): string {
  if (wallets.length === 0) return "No wallet has records yet.";
  const rows = wallets.map((wallet) => [
    accountKey(wallet),
    wallet.wallet,
    amount(wallet.opening),
    amount(moneyIn(wallet)),
    amount(wallet.spend),
    amount(wallet.closing),
    wallet.currency,
    wallet.lines.toLocaleString("en"),
    `${wallet.verdict}, ${wallet.completeness}`,
  ]);
  const sums = totals.map((total) => [
    "total",
    "",
    "",
    amount(moneyIn(total)),
    amount(total.spend),
    "",
    total.currency,
    total.lines.toLocaleString("en"),
    "",
  ]);
  const head = ["account", "wallet", "opening", "money in", "spend", "closing", "", "lines", "verdict"];
  return formatTable(head, [...rows, ...sums], "llrrrrlrl");
}

function serviceTable({ byService }: Statement): string | false {
  const largest = [...byService].sort((a, b) => money(b.spend, "XXX").amount.cmp(a.spend));
  const rows = largest
    .slice(0, shown.services)
    .map((each) => [each.service ?? "not stated", accountKey(each), amount(each.spend), each.currency]);
  if (rows.length === 0) return false;
  const rest = largest.length - rows.length;
  return formatTable(["service", "account", "spend", ""], rows, "llrl") + (rest > 0 ? `\n…and ${rest} more` : "");
}

/** What is missing of each wallet that is unproved or broken, and how to get it. */
function notProved({ wallets }: Statement): string | false {
  const lines = wallets
    .filter(({ verdict }) => verdict === "unproved" || verdict === "broken")
    .map((wallet) => `  ${wallet.verdict}: ${accountKey(wallet)} ${wallet.wallet}. ${wallet.notes[0] ?? ""}`.trimEnd());
  return lines.length > 0 && ["Not proved", ...cut(lines, shown.warnings)].join("\n");
}

function cut(lines: readonly string[], limit: number): readonly string[] {
  return lines.length <= limit ? lines : [...lines.slice(0, limit), `  …and ${lines.length - limit} more`];
}

function moneyIn({ topUps, grants, currency }: { topUps: string | null; grants: string | null; currency: string }) {
  if (topUps === null || grants === null) return topUps ?? grants;
  return add(money(topUps, currency), money(grants, currency)).amount.toFixed();
}

const cents = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  roundingMode: "halfEven",
} as Intl.NumberFormatOptions);

/** Two digits and thousands apart; a text goes through exactly, and "?" is what is not known. */
function amount(text: string | null): string {
  return text === null ? "?" : cents.format(text as Intl.StringNumericLiteral);
}
