import type { Basis, Bucket, Check, Completeness, EntryKind, EvidenceMethod, Verdict } from "@spendbook/normalizer";

/** What the statement's terms mean, in the words that the page explains them with. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  proved: "independent figures agree to the last digit",
  explained: "the figures agree once the differences listed are taken into account",
  unproved: "there is not enough evidence; the notes say what is missing",
  broken: "the evidence disagrees; the difference is shown",
};

export const completenessMeanings: Readonly<Record<Completeness, string>> = {
  "full-ledger": "money in and money out were collected",
  "usage-only": "only what was used was collected",
  "balance-only": "only the balance was collected",
  partial: "something could not be collected or read",
};

export const basisMeanings: Readonly<Record<Basis, string>> = {
  posted: "a line counts when the provider booked it",
  incurred: "a line counts when its charge period starts",
};

export const kindWords: Readonly<Record<EntryKind, string>> = {
  usage: "Usage",
  refund: "Refund",
  "top-up": "Top-up",
  grant: "Grant",
  expiry: "Expiry",
  fee: "Fee",
  adjustment: "Adjustment",
  unclassified: "Unclassified",
};

export const bucketWords: Readonly<Record<Bucket, string>> = { paid: "Paid", granted: "Granted", earned: "Earned" };

export const methodMeanings: Readonly<Record<EvidenceMethod, string>> = {
  snapshot: "Stated by the provider, and nothing moved in between",
  "rolled-back": "Stated later by the provider, less what moved in between",
  "rolled-forward": "Stated earlier by the provider, plus what moved in between",
  "ledger-sum": "The sum of all records",
  "closed-statement": "The closing of the month before, which is closed",
};

export const checkNames: Readonly<Record<Check["name"], string>> = {
  "records-and-balance": "All records against the provider's balance",
  "opening-and-closing": "Two balances against the lines between",
  "credits-and-balance": "All records against the balance, in credits",
  "credit-chain": "Each record's balance against the one before",
  "buckets-and-balance": "The parts against the whole",
  "search-and-account": "The provider's two lists of usage",
  "lists-and-total": "The usage by resource against the account's whole",
  "records-and-count": "The records held against the provider's count",
};

export const outcomeWords: Readonly<Record<Check["outcome"], string>> = {
  agrees: "Agrees",
  explained: "Explained",
  differs: "Differs",
  missing: "Missing",
};
