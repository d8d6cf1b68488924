import type { ExportFile, ExportInput } from "../../export-format.js";
import { currencyPlaces } from "../currency-places.js";
import { createJournal } from "../journal.js";
import type { Transaction } from "../transaction.js";
import { cellText } from "./cell-text.js";
import { cutDescriptions, importEntries, importParts, openingEntries } from "./import-entries.js";
import { type ImportRow, importFiles } from "./import-files.js";
import { leftOutFile } from "./left-out.js";
import { postingDescription } from "./posting-description.js";

const columns = ["Journal No", "Journal Date", "Account Name", "Description", "Debits", "Credits"];

/** Intuit names no limit for journals; this is what its bank import is known to take. */
const rowsInFile = 1000;

/** Journal entries for QuickBooks Online. Cost centres are classes, in a column that stands only where there are any. */
export async function* quickbooksJournal(input: ExportInput): AsyncGenerator<ExportFile> {
  const journal = await createJournal(input);
  const name = `quickbooks-journal-${input.statement.month}`;
  const entries = importEntries(journal, rowsInFile);
  const hasClasses = entries.some(({ postings }) => postings.some(({ movement }) => movement?.costCentre != null));
  const parts = importParts(entries, rowsInFile, rowsOf);
  yield* importFiles(name, hasClasses ? [...columns, "Class"] : columns, parts);
  const opening = openingEntries(journal);
  if (opening.length > 0) yield* importFiles(`${name}-opening`, columns, importParts(opening, rowsInFile, rowsOf));
  yield* leftOutFile(name, cutDescriptions(entries), journal.unsigned, input);
}

function rowsOf(entry: Transaction): ImportRow[] {
  const [year, month, day] = entry.date.split("-");
  return entry.postings.map((posting) => {
    const { amount, currency } = posting.amount;
    const figure = amount.abs().toFixed(currencyPlaces(currency));
    return {
      "Journal No": entry.id,
      "Journal Date": `${month}/${day}/${year}`,
      "Account Name": cellText(posting.account),
      Description: postingDescription(posting, entry).text,
      Debits: amount.gt("0") ? figure : "",
      Credits: amount.lt("0") ? figure : "",
      Class: cellText(posting.movement?.costCentre ?? ""),
    };
  });
}
