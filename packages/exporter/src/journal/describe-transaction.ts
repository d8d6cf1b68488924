import type { Transaction } from "./transaction.js";

/** The kinds of movement, for people. */
export const kindWords: Readonly<Record<Transaction["kind"], string>> = {
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
export function describeTransaction({
  kind,
  corrects,
  inferred,
  account,
  wallet,
}: Pick<Transaction, "kind" | "corrects" | "inferred" | "account" | "wallet">): string {
  const correction = corrects === null ? "" : ` of ${corrects.month} for ${kindWords[corrects.kind].toLowerCase()}`;
  const sureness = inferred && kind !== "unexplained" ? " inferred from balances" : "";
  return `${kindWords[kind]}${correction}${sureness}, ${account}, ${wallet}`;
}
