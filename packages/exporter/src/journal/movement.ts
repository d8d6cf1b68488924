import type { EntryKind, Money, ProviderId } from "@spendbook/normalizer";

/** A wallet in one currency: what has a roll-forward of its own. */
export interface WalletKey {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
}

/** What a movement is: a kind of entry, or the statement's unexplained difference. */
export type MovementKind = EntryKind | "unexplained";

/** What the books treat as one: all lines of a wallet and local day that are alike in everything that is posted. */
export interface Movement extends WalletKey {
  /** Local date in the statement's zone. */
  readonly date: string;
  readonly kind: MovementKind;
  /** The closed month that it puts right, and what it is there; null but for late corrections. */
  readonly corrects: { readonly month: string; readonly kind: EntryKind } | null;
  /** Whether it stands in the statement without a record of the provider: inferred, or unexplained. */
  readonly inferred: boolean;
  readonly service: string | null;
  /** What the mapping assigned; null where it assigned nothing. */
  readonly code: string | null;
  readonly costCentre: string | null;
  readonly taxTreatment: string | null;
  readonly vendor: string | null;
  /** The exact sum, with the wallet's sign: in +, out −. */
  readonly amount: Money;
  /** The same in the functional currency; null where any of the lines has no such amount. */
  readonly functional: Money | null;
  /** How many lines it sums, and how many of them are our estimate. */
  readonly records: number;
  readonly estimated: number;
}
