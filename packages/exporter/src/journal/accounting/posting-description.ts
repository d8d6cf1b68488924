import { describeTransaction } from "../describe-transaction.js";
import type { Posting, Transaction } from "../transaction.js";
import { cellText } from "./cell-text.js";

/** QuickBooks takes 4,000 characters of text. */
const longest = 4000;

export interface PostingDescription {
  readonly text: string;
  /** Null but where `text` had to be cut. */
  readonly whole: string | null;
}

/** What a posting is for: the transaction in words, the service, and of how many records it is the sum. */
export function postingDescription({ role, movement }: Posting, transaction: Transaction): PostingDescription {
  const words = describeTransaction(transaction);
  if (role === "rounding") return descriptionText(`Rounding, ${words}`);
  const service = movement?.service == null ? "" : `, ${movement.service}`;
  const records = movement?.records ?? transaction.records;
  const estimated = movement == null || movement.estimated === 0 ? "" : `, ${movement.estimated} estimated`;
  return descriptionText(
    `${words}${service}${records === 0 ? "" : ` (${records} ${records === 1 ? "record" : "records"}${estimated})`}`,
  );
}

/** A text for a description, cut to what an import takes. */
export function descriptionText(words: string): PostingDescription {
  const text = cellText(words);
  if (text.length <= longest) return { text, whole: null };
  return { text: `${text.slice(0, longest - 3).replace(/\p{Surrogate}$/u, "")}...`, whole: words };
}
