import type { Statement } from "@spendbook/normalizer";
import { countCell, textCell, type WorkbookCell, writtenCell } from "../cells.js";
import { monthDays, monthName } from "../month-days.js";
import { revisionText } from "../revision-text.js";
import { styles } from "../styles.js";
import { tonedCell, verdictMeanings, verdictTones } from "../tones.js";
import type { SummarySheet } from "./summary-sheet.js";

const bases: Readonly<Record<Statement["basis"], string>> = {
  posted: "posted: an entry counts when the provider booked it",
  incurred: "incurred: an entry counts when its charge period starts",
};

const mostNumbers = 3;

/** Writes what the paper is, of which month and evidence, and how many wallets have which verdict. */
export function writeHead({ append, book }: SummarySheet, statement: Statement): void {
  const { month, timezone, basis, asOf, status, notice } = statement;
  const text = (value: string, style = styles.text as WorkbookCell["style"]) => textCell(value, book.keep, style);
  const draft = "Draft: it may change with the next collection";
  append([writtenCell(`Statement for ${monthName(month)}`, styles.title)], 30);
  append([writtenCell(status === "closed" ? "Closed: it never changes" : draft, styles.subtitle)]);
  append([text(notice, styles.strong)]);
  append(
    isIncomplete(statement)
      ? [writtenCell("INCOMPLETE: some records could not be collected; see Notes", styles.alarm)]
      : [],
  );
  const days = monthDays(month);
  const facts = [
    ["Statement number", describeNumbers(statement)],
    ["Month", `${days[0]} to ${days.at(-1)}, ${timezone}`],
    ["Basis", bases[basis]],
    ["As of", asOf ?? "nothing was collected yet"],
  ] as const;
  const verdicts = (["proved", "explained", "unproved", "broken"] as const).map((verdict) => [
    tonedCell(verdict, verdictTones[verdict]),
    countCell(statement.wallets.filter((wallet) => wallet.verdict === verdict).length, styles.countQuiet),
    writtenCell(verdictMeanings[verdict], styles.quiet),
  ]);
  for (const [index, [name, value]] of facts.entries())
    append([writtenCell(name, styles.quiet), text(value), null, null, null, null, null, ...(verdicts[index] ?? [])]);
  append([]);
}

function describeNumbers({ status, numbers }: Statement): string {
  if (status === "draft" || numbers.length === 0) return "none: only closed months are numbered";
  const named = numbers
    .slice(0, mostNumbers)
    .map(({ provider, account, number, revision }) => `${provider}/${account} No. ${number}${revisionText(revision)}`);
  const rest = numbers.length - named.length;
  return `${named.join("; ")}${rest === 0 ? "" : `; ${rest} more on Notes`}`;
}

const incompleteCodes: ReadonlySet<string> = new Set(["account_incomplete", "account_unknown", "record_refused"]);

/** Whether the figures may lack records, by the same signs by which the command says so. */
function isIncomplete({ wallets, warnings }: Statement): boolean {
  return (
    wallets.some(({ completeness }) => completeness === "partial") ||
    warnings.some(({ code }) => incompleteCodes.has(code))
  );
}
