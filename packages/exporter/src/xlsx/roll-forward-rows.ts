import type { BucketStatement, EntryKind, WalletStatement } from "@spendbook/normalizer";
import { describeEvidence } from "./describe-evidence.js";
import { isNothing } from "./is-nothing.js";

/** A row of a wallet's roll-forward. */
export interface RollForwardRow {
  readonly name: string;
  readonly amount: string | null;
  /** How the amount comes about where it is not a given figure: from entries, or from so many rows right above. */
  readonly live?: { readonly kind: EntryKind } | { readonly above: number } | "spend";
  /** Opening and closing stand out. */
  readonly isEdge: boolean;
  readonly note: string | null;
}

/** The movements of a wallet in the order of a roll-forward, by the kind of entry that makes each. */
const movements: readonly (readonly [name: string, kind: EntryKind, amount: keyof Movements])[] = [
  ["Top-ups", "top-up", "topUps"],
  ["Grants", "grant", "grants"],
  ["Refunds", "refund", "refunds"],
  ["Usage", "usage", "usage"],
  ["Expired", "expiry", "expired"],
  ["Fees", "fee", "fees"],
  ["Adjustments", "adjustment", "adjustments"],
  ["Unclassified", "unclassified", "unclassified"],
];
type Movements = Pick<
  WalletStatement,
  "topUps" | "grants" | "refunds" | "usage" | "expired" | "fees" | "adjustments" | "unclassified"
>;

export const movementKinds: readonly EntryKind[] = movements.map(([, kind]) => kind);

/** The movements of a wallet without what is unexplained; null where unknown. */
export function movementsOf(wallet: WalletStatement): readonly (string | null)[] {
  return movements.map(([, , amount]) => wallet[amount]);
}

/** Where the rows of a wallet stand, counted from its first. */
export const rowAt = {
  opening: 0,
  firstMovement: 1,
  refunds: 3,
  usage: 4,
  lastMovement: 8,
  unexplained: 9,
  closing: 10,
  spend: 11,
  previousSpend: 12,
} as const;

/** A wallet's roll-forward in rows: opening, each kind, unexplained, closing, spend, and the same of its parts. */
export function rollForwardRows(wallet: WalletStatement): readonly RollForwardRow[] {
  const { opening, closing, unexplained, openingEvidence, closingEvidence, spend, previousSpend, lines } = wallet;
  const plain = (name: string, amount: string | null, note: string | null = null) => ({
    name,
    amount,
    isEdge: false,
    note,
  });
  return [
    { name: "Opening", amount: opening, isEdge: true, note: openingEvidence && describeEvidence(openingEvidence) },
    ...movements.map(([name, kind, amount]) => ({ ...plain(name, wallet[amount]), live: { kind } })),
    plain("Unexplained", unexplained, isNothing(unexplained) ? null : "no record explains this difference"),
    {
      name: "Closing",
      amount: closing,
      isEdge: true,
      note: closingEvidence && describeEvidence(closingEvidence),
      ...(opening !== null && { live: { above: rowAt.closing } }),
    },
    { ...plain("Spend", spend, `−(usage + refunds), ${lines} ${lines === 1 ? "line" : "lines"}`), live: "spend" },
    plain("Spend, month before", previousSpend),
    ...wallet.buckets.flatMap((bucket) => {
      const named = (name: string, amount: string | null) => plain(`Part ${bucket.bucket}: ${name}`, amount);
      return [
        named("opening", bucket.opening),
        named("money in", bucket.moneyIn),
        named("money out", bucket.moneyOut),
        named("unexplained", bucket.unexplained),
        { ...named("closing", bucket.closing), ...(isSummed(bucket) && { live: { above: 4 } }) },
      ];
    }),
  ];
}

/** Whether a part's movements are all known, so that they lead from its opening to its closing. */
function isSummed({ opening, moneyIn, moneyOut, unexplained }: BucketStatement): boolean {
  return ![opening, moneyIn, moneyOut, unexplained].includes(null);
}
