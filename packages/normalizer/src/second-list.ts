import type { Big } from "big.js";
import { createIsWithin } from "./compare-instants.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { Period } from "./month.js";
import type { AccountUsage } from "./providers/wavespeed-account.js";
import { RunningSum } from "./running-sum.js";

/** The usage of a provider's two lists, over the UTC days that lie within the month altogether. */
export interface SecondList {
  /** Null where the month has none. */
  readonly wholeDays: Period | null;
  /** The wallet's sign: net usage is negative. */
  readonly first: Big;
  readonly second: Big;
  /** Rows of the second list, of any month, and the instant of the oldest. */
  readonly rows: number;
  readonly since: string | null;
  addFirst(entry: LedgerEntry, amount: Big): void;
  addSecond(usage: AccountUsage): void;
}

/** A row of the second list may gather a day of one model, and stands at that day's first charge. */
export function createSecondList(wholeDays: Period | null): SecondList {
  const isOfWholeDays = wholeDays === null ? () => false : createIsWithin(wholeDays);
  const first = new RunningSum();
  const second = new RunningSum();
  let rows = 0;
  let since: string | null = null;
  return {
    wholeDays,
    get first() {
      return first.total;
    },
    get second() {
      return second.total;
    },
    get rows() {
      return rows;
    },
    get since() {
      return since;
    },
    addFirst(entry, amount) {
      if ((entry.kind === "usage" || entry.kind === "refund") && isOfWholeDays(entry.postedAt)) first.add(amount);
    },
    addSecond({ amount, postedAt }) {
      rows += 1;
      if (since === null || postedAt < since) since = postedAt;
      if (isOfWholeDays(postedAt)) second.add(amount.amount);
    },
  };
}
