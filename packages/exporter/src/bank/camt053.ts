import { pipeline } from "node:stream/promises";
import type { Money } from "@spendbook/normalizer";
import type { ExportFile, ExportFormat, ExportInput } from "../export-format.js";
import { leftOutFile } from "../journal/accounting/left-out.js";
import { currencyPlaces } from "../journal/currency-places.js";
import { describeTransaction } from "../journal/describe-transaction.js";
import { firstDay, lastDay } from "../journal/month-dates.js";
import { stableId } from "../journal/stable-id.js";
import { bankAccountId, walletFilePart } from "./bank-account-id.js";
import type { BankEntry, BankStatement } from "./bank-statement.js";
import { readBankStatements } from "./read-bank-statements.js";
import { withoutBalance } from "./without-balance.js";
import { element, xmlText } from "./xml-text.js";

const header = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const namespace = ` xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"`;

/**
 * CAMT.053.001.04 (ISO 20022), a file for each wallet: a statement with its opening and closing balance (OPBD, CLBD) and its entries.
 * A wallet whose balances are unknown cannot be written: it stands in the left-out file.
 */
export const camt053: ExportFormat = async function* camt053(input): AsyncGenerator<ExportFile> {
  const { statements, unsigned } = await readBankStatements(input);
  const name = `camt053-${input.statement.month}`;
  const known = statements.filter(({ opening, closing }) => opening !== null && closing !== null);
  for (const statement of known)
    yield {
      name: `${name}-${walletFilePart(statement, statements)}.xml`,
      write: (output) => pipeline([header, document(statement, input), "\n"], output),
    };
  yield* leftOutFile(name, withoutBalance(statements, known), unsigned, input);
};

function document(each: BankStatement, { statement: { month, asOf } }: ExportInput): string {
  const created = element("CreDtTm", `${(asOf ?? `${lastDay(month)}T12:00:00Z`).slice(0, 19)}Z`);
  const id = (parts: readonly string[]) => element("Id", stableId(firstDay(month), parts));
  const { provider, account, wallet, currency, opening, closing, entries } = each;
  const content = element("Stmt", [
    id([provider, account, wallet, currency]),
    created,
    element("FrToDt", [
      element("FrDtTm", `${firstDay(month)}T00:00:00`),
      element("ToDtTm", `${lastDay(month)}T23:59:59`),
    ]),
    element("Acct", [
      element("Id", [element("Othr", [element("Id", bankAccountId(each))])]),
      element("Ccy", currency),
      element("Nm", xmlText(`${provider} ${account} ${wallet}`, 70)),
    ]),
    balance("OPBD", opening, firstDay(month)),
    balance("CLBD", closing, lastDay(month)),
    ...entries.map((entry) => entryElement(entry, each)),
  ]);
  const group = element("GrpHdr", [
    element("MsgId", stableId(firstDay(month), ["camt053", provider, account, wallet, currency])),
    created,
  ]);
  return element("Document", [element("BkToCstmrStmt", [group, content])], namespace);
}

function balance(code: string, amount: Money | null, date: string): string {
  if (amount === null) return "";
  const type = element("Tp", [element("CdOrPrtry", [element("Cd", code)])]);
  return element("Bal", [type, ...signed(amount), element("Dt", [element("Dt", date)])]);
}

/** The schema takes no sign: a direction stands beside the amount. */
function signed({ amount, currency }: Money): string[] {
  const text = amount.abs().toFixed(currencyPlaces(currency));
  return [element("Amt", text, ` Ccy="${currency}"`), element("CdtDbtInd", amount.lt("0") ? "DBIT" : "CRDT")];
}

function entryElement(entry: BankEntry, { account, wallet }: BankStatement): string {
  const records = entry.records === 0 ? "" : ` (records: ${entry.records})`;
  const words = `${describeTransaction({ ...entry, account, wallet })}${records}`;
  const isIn = entry.amount.amount.gt("0");
  return element("Ntry", [
    element("NtryRef", entry.id),
    ...signed(entry.amount),
    element("Sts", "BOOK"),
    element("BookgDt", [element("Dt", entry.date)]),
    element("ValDt", [element("Dt", entry.date)]),
    element("AcctSvcrRef", entry.id),
    element("BkTxCd", [element("Prtry", [element("Cd", entry.kind)])]),
    element("NtryDtls", [
      element("TxDtls", [
        element("Refs", [element("AcctSvcrRef", entry.id), element("EndToEndId", entry.id)]),
        // The element before it, Amt, is optional here and would only repeat the entry's.
        element("RltdPties", [element(isIn ? "Dbtr" : "Cdtr", [element("Nm", xmlText(entry.payee, 140))])]),
        element("RmtInf", [element("Ustrd", xmlText(words, 140))]),
      ]),
    ]),
    element("AddtlNtryInf", xmlText(words, 500)),
  ]);
}
