import { type ChartOfAccounts, decimalText, type Money } from "@spendbook/normalizer";
import { describeTransaction } from "../describe-transaction.js";
import type { Posting, Transaction } from "../transaction.js";
import { chartAccount, walletAccount } from "./beancount-account.js";
import { metadata, quoted } from "./beancount-text.js";

/** A transaction of beancount: its id is a link, and names stand whole in metadata. */
export function formatTransaction(transaction: Transaction, chart: ChartOfAccounts, source: string): string {
  const { id, date, provider, account, wallet, kind, corrects, inferred, records } = transaction;
  const facts = {
    ...{ provider, account, wallet, kind },
    records: records === 0 ? null : records,
    corrects: corrects === null ? null : `${corrects.kind} ${corrects.month}`,
    inferred: inferred ? "yes" : null,
    source,
  };
  return (
    `${date} * ${quoted(provider)} ${quoted(describeTransaction(transaction))} ^${id}\n` +
    metadata(facts, "  ") +
    transaction.postings.map((posting) => formatPosting(posting, transaction, chart)).join("")
  );
}

function formatPosting(
  { role, account, amount, functional, movement }: Posting,
  transaction: Transaction,
  chart: ChartOfAccounts,
) {
  const name = role === "prepaid" ? walletAccount(chart.prepaid, transaction) : chartAccount(account, role);
  // As metadata, for beancount divides a total price by the amount, and the parts would no longer sum to zero.
  const value = functional === null ? "" : `    functional: ${amountText(functional)}\n`;
  const line = `  ${name}  ${amountText(amount)}\n${value}`;
  if (movement === null) return line;
  const { service, costCentre, taxTreatment, vendor, records, inferred } = movement;
  const estimated = movement.estimated === 0 ? null : movement.estimated;
  // An account's name may have been changed to suit beancount.
  const facts = { account: name === account ? null : account, service, "cost-centre": costCentre, tax: taxTreatment };
  return line + metadata({ ...facts, vendor, lines: inferred ? null : records, estimated }, "    ");
}

/** Every digit, and the currency after it. */
export function amountText(amount: Money): string {
  return `${decimalText(amount)} ${amount.currency}`;
}
