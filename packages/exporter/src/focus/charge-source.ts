import type { EntryKind, StatementLine } from "@spendbook/normalizer";

/** What charges are made of: a line of the statement, or what the statement has without a line. */
export interface ChargeSource extends Omit<StatementLine, "kind" | "postedAt" | "date" | "origin"> {
  readonly kind: EntryKind | "unexplained";
  /** Null where there is no record, and so no posting. */
  readonly postedAt: string | null;
  readonly date: string | null;
  readonly origin: StatementLine["origin"] | null;
}
