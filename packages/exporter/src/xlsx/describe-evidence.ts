import type { Evidence } from "@spendbook/normalizer";

/** What each kind of evidence is, in words. */
export const evidenceMethods: Readonly<Record<Evidence["method"], string>> = {
  snapshot: "stated by the provider, and nothing moved since",
  "rolled-back": "a later statement of the provider, less what moved since",
  "rolled-forward": "an earlier statement of the provider, and what moved since",
  "ledger-sum": "the sum of all records",
  "closed-statement": "the closing of the month before, which is closed",
};

/** What an opening or closing rests on, in a sentence. */
export function describeEvidence({ method, balance, takenAt, moved, entries }: Evidence): string {
  const stated = balance === null ? [] : [`${balance}${takenAt === null ? "" : ` at ${takenAt}`}`];
  const movement = moved === null ? [] : [`moved ${moved}`];
  const used = entries === 0 ? [] : [`${entries} ${entries === 1 ? "entry" : "entries"}`];
  const facts = [...stated, ...movement, ...used];
  return `${evidenceMethods[method]}${facts.length === 0 ? "" : `: ${facts.join("; ")}`}`;
}
