import { pipeline } from "node:stream/promises";
import type { ExportFile, ExportFormat, ExportInput } from "../export-format.js";
import { leftOutFile } from "../journal/accounting/left-out.js";
import { currencyPlaces } from "../journal/currency-places.js";
import { describeTransaction } from "../journal/describe-transaction.js";
import { firstDay, lastDay } from "../journal/month-dates.js";
import { bankAccountId, walletFilePart } from "./bank-account-id.js";
import type { BankEntry, BankStatement } from "./bank-statement.js";
import { readBankStatements } from "./read-bank-statements.js";
import { withoutBalance } from "./without-balance.js";
import { element, xmlText } from "./xml-text.js";

const header = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
`;

/**
 * OFX 2.2, a file for each wallet, for most programs read one account from a file. A wallet whose closing is unknown
 * cannot be written, for OFX demands a balance: it stands in the left-out file. FITID is what programs know a line by.
 */
export const ofx: ExportFormat = async function* ofx(input): AsyncGenerator<ExportFile> {
  const { statements, unsigned } = await readBankStatements(input);
  const name = `ofx-${input.statement.month}`;
  const known = statements.filter(({ closing }) => closing !== null);
  for (const statement of known)
    yield {
      name: `${name}-${walletFilePart(statement, statements)}.ofx`,
      write: (output) => pipeline([header, document(statement, input), "\n"], output),
    };
  yield* leftOutFile(name, withoutBalance(statements, known), unsigned, input);
};

function document(each: BankStatement, { statement }: ExportInput): string {
  // Noon, for a midnight is taken for another day where zones differ.
  const at = (date: string) => `${date.replaceAll("-", "")}120000[0:GMT]`;
  const made = statement.asOf?.slice(0, 10) ?? lastDay(statement.month);
  const status = element("STATUS", [element("CODE", "0"), element("SEVERITY", "INFO")]);
  const signOn = element("SONRS", [status, element("DTSERVER", at(made)), element("LANGUAGE", "ENG")]);
  const answer = element("STMTTRNRS", [
    element("TRNUID", "0"),
    status,
    element("STMTRS", [
      element("CURDEF", each.currency),
      element("BANKACCTFROM", [
        element("BANKID", "SPENDBOOK"),
        element("ACCTID", bankAccountId(each)),
        element("ACCTTYPE", "CHECKING"),
      ]),
      element("BANKTRANLIST", [
        element("DTSTART", at(firstDay(statement.month))),
        element("DTEND", at(lastDay(statement.month))),
        ...each.entries.map((entry) => transaction(entry, each, at(entry.date))),
      ]),
      element("LEDGERBAL", [
        element("BALAMT", each.closing?.amount.toFixed(currencyPlaces(each.currency)) ?? ""),
        element("DTASOF", at(lastDay(statement.month))),
      ]),
    ]),
  ]);
  return element("OFX", [element("SIGNONMSGSRSV1", [signOn]), element("BANKMSGSRSV1", [answer])]);
}

function transaction(entry: BankEntry, { account, wallet, currency }: BankStatement, at: string): string {
  const records = entry.records === 0 ? "" : ` (records: ${entry.records})`;
  return element("STMTTRN", [
    element("TRNTYPE", entry.kind === "fee" ? "FEE" : entry.amount.amount.gt("0") ? "CREDIT" : "DEBIT"),
    element("DTPOSTED", at),
    element("TRNAMT", entry.amount.amount.toFixed(currencyPlaces(currency))),
    element("FITID", entry.id),
    element("NAME", xmlText(entry.payee, 32)),
    element("MEMO", xmlText(`${describeTransaction({ ...entry, account, wallet })}${records}`, 255)),
  ]);
}
