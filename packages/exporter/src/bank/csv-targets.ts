import { cellText } from "../journal/accounting/cell-text.js";
import { currencyPlaces } from "../journal/currency-places.js";
import { describeTransaction, kindWords } from "../journal/describe-transaction.js";
import type { BankEntry, BankStatement } from "./bank-statement.js";
import type { CsvTarget } from "./csv-target.js";

const megabyte = 2 ** 20;

/** dd/mm/yyyy. */
const slashDate = ({ date }: BankEntry) => date.split("-").reverse().join("/");
const amount = ({ amount: { amount, currency } }: BankEntry) => amount.toFixed(currencyPlaces(currency));
const words = (entry: BankEntry, { account, wallet }: BankStatement) =>
  cellText(`${describeTransaction({ ...entry, account, wallet })}${recordsOf(entry)}`);

function recordsOf({ records }: BankEntry): string {
  return records === 0 ? "" : ` (${records} ${records === 1 ? "record" : "records"})`;
}

/**
 * QuickBooks Online: Date, Description, Amount, in that order; at most 350 KB and, by third parties, 1,000 rows; the
 * British page wants no numbers in the description, so it has the kind alone.
 * Source: quickbooks.intuit.com, "Format CSV files in Excel to get bank transactions into QuickBooks" (L4BjLWckq).
 */
const quickbooks: CsvTarget = {
  name: "quickbooks-bank",
  header: ["Date", "Description", "Amount"],
  row: (entry) => [slashDate(entry), quickbooksWords(entry), amount(entry)],
  rows: 1000,
  bytes: 350 * 1024,
};

function quickbooksWords({ kind, corrects, inferred }: BankEntry): string {
  const correction = corrects === null ? "" : ` of an earlier month for ${kindWords[corrects.kind].toLowerCase()}`;
  return `${kindWords[kind]}${correction}${inferred && kind !== "unexplained" ? " inferred from balances" : ""}`;
}

/**
 * Xero: signed amount (minus is spent), unique column names, no balance and no empty column; at most 1,000 lines.
 * Source: taxhelp.theaccountancycloud.com 22000180105; statementedge.com, "Xero bank statement import CSV format".
 */
const xero: CsvTarget = {
  name: "xero-bank",
  header: ["*Date", "*Amount", "Payee", "Description", "Reference"],
  row: (entry, statement) => [
    slashDate(entry),
    amount(entry),
    cellText(entry.payee),
    words(entry, statement),
    entry.id,
  ],
  rows: 1000,
  bytes: 50 * megabyte,
};

/**
 * Sage Business Cloud: Date, Description, Amount; dates with slashes; the description never blank; at most 250 MB.
 * Source: gb-kb.sage.com, k2dockey 240718093942637.
 */
const sage: CsvTarget = {
  name: "sage-bank",
  header: ["Date", "Description", "Amount"],
  row: (entry, statement) => [slashDate(entry), words(entry, statement), amount(entry)],
  rows: 100_000,
  bytes: 250 * megabyte,
};

/**
 * FreeAgent: no header; date, amount with two decimals, description; no commas within and no quote marks at all.
 * Source: support.freeagent.com 115001222564.
 */
const freeagent: CsvTarget = {
  name: "freeagent-bank",
  header: null,
  row: (entry, statement) => [slashDate(entry), amount(entry), plainWords(words(entry, statement))],
  rows: 100_000,
  bytes: 50 * megabyte,
};

/** Commas and quote marks become spaces: the whole text is in the other formats. */
function plainWords(text: string): string {
  return text
    .replace(/[,"'‘’“”„«»]/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

/**
 * Wave: its columns are matched by hand; one source speaks of at most 100 rows, which is kept.
 * Source: support.waveapps.com 22811726; zerabooks.com, "Wave accounting bank import".
 */
const wave: CsvTarget = {
  name: "wave-bank",
  header: ["Date", "Description", "Amount"],
  row: (entry, statement) => [entry.date, words(entry, statement), amount(entry)],
  rows: 100,
  bytes: 50 * megabyte,
};

export const csvTargets = { quickbooks, xero, sage, freeagent, wave };
