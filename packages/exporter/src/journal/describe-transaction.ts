import type { Transaction } from "./transaction.js";

const words: Readonly<Record<Transaction["kind"], string>> = {
  usage: "Usage",
  refund: "Refund",
  "top-up": "Top-up",
  grant: "Credits granted",
  expiry: "Credits expired",
  fee: "Fee",
  adjustment: "Adjustment",
  unclassified: "Movement of unknown meaning",
  unexplained: "Unexplained difference",
  opening: "Opening balance",
};

/** What a transaction is, in words that begin with a letter: no spreadsheet takes them for a formula. */
export function describeTransaction({ kind, corrects, inferred, account, wallet }: Transaction): string {
  const correction = corrects === null ? "" : ` of ${corrects.month} for ${words[corrects.kind].toLowerCase()}`;
  const sureness = inferred && kind !== "unexplained" ? " inferred from balances" : "";
  return `${words[kind]}${correction}${sureness}, ${account}, ${wallet}`;
}
