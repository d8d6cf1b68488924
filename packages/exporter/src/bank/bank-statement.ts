import type { Money } from "@spendbook/normalizer";
import type { Movement, WalletKey } from "../journal/movement.js";

/** What a bank would print as one line: the movements of a day that are alike, in the currency's minor units. */
export interface BankEntry extends Pick<Movement, "date" | "kind" | "corrects" | "inferred" | "records"> {
  /** The same in every statement that has the entry: what importers know it by. */
  readonly id: string;
  /** Into the wallet +, out of it −; never zero. */
  readonly amount: Money;
  /** The supplier's name in the books, else the provider. */
  readonly payee: string;
}

/** A wallet's month as a bank statement: opening and entries sum to closing as they are written. */
export interface BankStatement extends WalletKey {
  /** In minor units; null where they are not known. */
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly entries: readonly BankEntry[];
}
