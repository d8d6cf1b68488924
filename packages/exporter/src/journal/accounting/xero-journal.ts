import type { ExportFile, ExportFormat, ExportInput } from "../../export-format.js";
import { currencyPlaces } from "../currency-places.js";
import { describeTransaction } from "../describe-transaction.js";
import { createJournal } from "../journal.js";
import type { Transaction } from "../transaction.js";
import { cellText } from "./cell-text.js";
import { cutDescriptions, importEntries, importParts, openingEntries } from "./import-entries.js";
import { type ImportRow, importFiles } from "./import-files.js";
import { leftOutFile } from "./left-out.js";
import { postingDescription } from "./posting-description.js";
import { isPurchase, requireTaxTreatments } from "./tax-treatment.js";
import { defaultTaxFree, tracking, type XeroOptions, xeroDate } from "./xero-rules.js";

const columns = [
  ...["*Narration", "*Date", "Description", "*AccountCode", "*TaxRate", "*Amount"],
  ...["TrackingName1", "TrackingOption1", "TrackingName2", "TrackingOption2"],
];

/** Xero takes so many lines of one file. */
const linesInFile = 300;

/** Manual journals for Xero. Throws `JournalError` `tax_treatment_missing`. */
export function createXeroJournal({ taxFree = defaultTaxFree }: XeroOptions = {}): ExportFormat {
  return async function* xeroJournal(input: ExportInput): AsyncGenerator<ExportFile> {
    const journal = await createJournal(input);
    requireTaxTreatments(
      "xero-journal",
      journal.transactions.flatMap(({ postings }) => postings),
    );
    const name = `xero-journal-${input.statement.month}`;
    const entries = importEntries(journal, linesInFile);
    const parts = importParts(entries, linesInFile, (entry) => rowsOf(entry, taxFree));
    yield* importFiles(name, columns, parts);
    const opening = openingEntries(journal);
    const first = importParts(opening, linesInFile, (entry) => rowsOf(entry, taxFree));
    if (opening.length > 0) yield* importFiles(`${name}-opening`, columns, first);
    yield* leftOutFile(name, cutDescriptions(entries), journal.unsigned, input);
  };
}

/** Xero makes a journal of the lines with the same narration and date, so the narration names the entry. */
function rowsOf(entry: Transaction, taxFree: string): ImportRow[] {
  const words = [...cellText(describeTransaction(entry))].slice(0, 200).join("");
  return entry.postings.map((posting) => ({
    "*Narration": `${words} [${entry.id}]`,
    "*Date": xeroDate(entry.date),
    Description: postingDescription(posting, entry).text,
    "*AccountCode": cellText(posting.account),
    "*TaxRate": cellText((isPurchase(posting) ? posting.movement?.taxTreatment : null) ?? taxFree),
    "*Amount": posting.amount.amount.toFixed(currencyPlaces(entry.currency)),
    ...tracking(cellText(posting.movement?.costCentre ?? "")),
  }));
}
