import type { ProviderId } from "@spendbook/normalizer";
import type { ExportFile, ExportFormat, ExportInput } from "../../export-format.js";
import { currencyPlaces } from "../currency-places.js";
import { createJournal, type Journal } from "../journal.js";
import { lastDay } from "../month-dates.js";
import { type Bill, type BillLine, createBills } from "./bills.js";
import { cellText } from "./cell-text.js";
import { type ImportRow, importFiles } from "./import-files.js";
import { type LeftOut, leftOutFile } from "./left-out.js";
import { descriptionText } from "./posting-description.js";
import { isPurchase, requireTaxTreatments } from "./tax-treatment.js";
import { defaultTaxFree, tracking, type XeroOptions, xeroDate } from "./xero-rules.js";

const columns = [
  ...["*ContactName", "*InvoiceNumber", "Reference", "*InvoiceDate", "*DueDate", "*Description", "*Quantity"],
  ...["*UnitAmount", "*AccountCode", "*TaxType", "TrackingName1", "TrackingOption1", "Currency"],
];

/** Xero takes so many bills of one file. */
const billsInFile = 500;

/** Who a bill comes from where the mapping names no vendor. */
const suppliers: Readonly<Record<ProviderId, string>> = {
  "prime-intellect": "Prime Intellect",
  neevcloud: "NeevCloud",
  flexprice: "Flexprice",
  wavespeed: "WaveSpeed",
  runpod: "Runpod",
};

/**
 * Bills for Xero of what was used, paid from the prepaid asset; one that is negative comes in as a credit note. What no
 * supplier sold, such as top-ups, stands in the file of what is left out. Throws `JournalError` `tax_treatment_missing`.
 */
export function createXeroBill({ taxFree = defaultTaxFree }: XeroOptions = {}): ExportFormat {
  return async function* xeroBill(input: ExportInput): AsyncGenerator<ExportFile> {
    const journal = await createJournal(input);
    const purchases = journal.transactions.flatMap(({ postings }) => postings.filter(isPurchase));
    requireTaxTreatments("xero-bill", purchases);
    const { month } = input.statement;
    const name = `xero-bill-${month}`;
    const bills = createBills(journal);
    const parts: ImportRow[][] = [];
    for (let at = 0; at < bills.length; at += billsInFile)
      parts.push(bills.slice(at, at + billsInFile).flatMap((bill) => rowsOf(bill, month, taxFree)));
    // A bill has a currency of its own, so all of them fit in one file.
    yield* importFiles(name, columns, new Map([["", parts]]));
    yield* leftOutFile(name, [...cutLines(bills, month), ...otherMovements(journal)], journal.unsigned, input);
  };
}

function rowsOf(bill: Bill, month: string, taxFree: string): ImportRow[] {
  const date = xeroDate(lastDay(month));
  return bill.lines.map((line) => ({
    "*ContactName": cellText(bill.vendor ?? suppliers[bill.provider]),
    "*InvoiceNumber": bill.number,
    Reference: cellText(`${bill.account}, ${bill.wallet}`).slice(0, 200),
    "*InvoiceDate": date,
    // It was paid before it was used.
    "*DueDate": date,
    "*Description": descriptionText(lineWords(line, bill, month)).text,
    "*Quantity": "1",
    "*UnitAmount": line.amount.amount.toFixed(currencyPlaces(bill.currency)),
    "*AccountCode": cellText(line.account),
    "*TaxType": cellText(line.taxTreatment ?? taxFree),
    ...tracking(cellText(line.costCentre ?? "")),
    Currency: bill.currency,
  }));
}

function lineWords({ isRounding, service, records }: BillLine, { account, wallet }: Bill, month: string): string {
  if (isRounding) return `Rounding, ${account}, ${wallet}`;
  const lines = `${records} ${records === 1 ? "record" : "records"}`;
  return `Usage in ${month}, ${account}, ${wallet}${service === null ? "" : `, ${service}`} (${lines})`;
}

function cutLines(bills: readonly Bill[], month: string): LeftOut[] {
  return bills.flatMap((bill) =>
    bill.lines.flatMap((line) => {
      const { whole } = descriptionText(lineWords(line, bill, month));
      if (whole === null) return [];
      const { provider, account, wallet, currency, number } = bill;
      const reason = "the description was cut; this is all of it";
      const place = { provider, account, wallet, currency, reference: number };
      return [{ ...place, reason, date: lastDay(month), kind: "usage", amount: null, text: whole }];
    }),
  );
}

/** What moved the wallets and is on no bill. */
function otherMovements({ transactions }: Journal): LeftOut[] {
  return transactions.flatMap(({ id, date, provider, account, wallet, currency, kind, postings }) =>
    postings.flatMap((posting) => {
      if (posting.movement === null || isPurchase(posting)) return [];
      const { amount } = posting.movement;
      const reason = "no supplier bills this; take it from the bank, or import xero-journal instead";
      const place = { provider, account, wallet, currency, reference: id };
      return [{ ...place, reason, date, kind, amount: amount.amount.toFixed(), text: posting.account }];
    }),
  );
}
