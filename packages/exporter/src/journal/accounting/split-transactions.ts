import { type Money, negate, sum } from "@spendbook/normalizer";
import { stableId } from "../stable-id.js";
import type { Posting, Transaction } from "../transaction.js";

/**
 * Divides transactions that have more postings than one entry of an import may have; each part balances by itself.
 * One line is left free for the rounding.
 */
export function splitTransactions(transactions: readonly Transaction[], postings: number): Transaction[] {
  return transactions.flatMap((transaction) =>
    transaction.postings.length < postings ? [transaction] : parts(transaction, postings - 2),
  );
}

function parts(transaction: Transaction, size: number): Transaction[] {
  const wallet = transaction.postings.filter(({ role }) => role === "prepaid");
  const counters = transaction.postings.filter(({ role }) => role !== "prepaid");
  const count = Math.ceil(counters.length / size);
  return Array.from({ length: count }, (_, index): Transaction => {
    const members = counters.slice(index * size, (index + 1) * size);
    return {
      ...transaction,
      id: index === 0 ? transaction.id : stableId(transaction.date, [transaction.id, String(index + 1)]),
      records: members.reduce((records, { movement }) => records + (movement?.records ?? 0), 0),
      postings: [...members, ...wallet.map((posting) => ({ ...posting, ...against(members, transaction.currency) }))],
    };
  });
}

function against(postings: readonly Posting[], currency: string): { amount: Money; functional: null } {
  const amounts = postings.map(({ amount }) => amount);
  return { amount: negate(sum(amounts, currency)), functional: null };
}
