import { type ChartOfAccounts, decimalText, type Money } from "@spendbook/normalizer";
import { cutText } from "../cut-text.js";
import { describeTransaction } from "../describe-transaction.js";
import type { Posting, Transaction } from "../transaction.js";
import { chartAccount, walletAccount } from "./account-name.js";
import { tagLines, wordsText } from "./tag-lines.js";

/** A transaction as hledger and ledger both read it: its id as the code, and as the UUID by which ledger knows it again. */
export function formatTransaction(transaction: Transaction, chart: ChartOfAccounts, source: string): string {
  const { id, date, provider, account, wallet, kind, corrects, inferred, records } = transaction;
  const tags = {
    UUID: id,
    ...{ provider, account, wallet, kind },
    records: records === 0 ? null : records,
    corrects: corrects === null ? null : `${corrects.kind} ${corrects.month}`,
    inferred: inferred ? "yes" : null,
    source,
  };
  return (
    `${date} * (${id}) ${provider} | ${cutText(wordsText(describeTransaction(transaction)), 300)}\n` +
    tagLines(tags, "    ") +
    transaction.postings.map((posting) => formatPosting(posting, transaction, chart)).join("")
  );
}

function formatPosting(posting: Posting, transaction: Transaction, chart: ChartOfAccounts): string {
  const { role, movement, amount, functional } = posting;
  const name = role === "prepaid" ? walletAccount(chart.prepaid, transaction) : chartAccount(posting.account);
  // A total price has no sign: it takes the amount's.
  const price = functional === null ? "" : ` @@ ${amountText({ ...functional, amount: functional.amount.abs() })}`;
  const line = `    ${name}  ${amountText(amount)}${price}\n`;
  if (movement === null) return line;
  const { service, costCentre, taxTreatment, vendor, records, inferred } = movement;
  const estimated = movement.estimated === 0 ? null : movement.estimated;
  return (
    line +
    tagLines(
      { service, "cost-centre": costCentre, tax: taxTreatment, vendor, lines: inferred ? null : records, estimated },
      "      ",
    )
  );
}

/** Every digit, and the currency after it. */
export function amountText(amount: Money): string {
  return `${decimalText(amount)} ${amount.currency}`;
}
