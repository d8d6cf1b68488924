import type { Big } from "big.js";
import { decimalText } from "./decimal-text.js";
import type { BalanceDay } from "./evidence.js";
import { zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { WalletSums } from "./wallet-sums.js";

/** An inferred entry with its local date. */
export interface DatedEntry {
  readonly date: string;
  readonly entry: LedgerEntry;
}

/** The balance at the end of each local day: the opening and all that was recorded since. */
export function balanceDays(
  sums: WalletSums,
  opening: Big | null,
  inferred: readonly DatedEntry[],
  dates: readonly string[],
): BalanceDay[] {
  if (opening === null) return [];
  const { provider, account, wallet, currency } = sums;
  let balance = opening;
  return dates.map((date) => {
    const day = sums.days.get(date);
    let moneyIn = day?.moneyIn.total ?? zero;
    if (day !== undefined) balance = balance.plus(day.amount.total).plus(day.other.total);
    for (const { entry } of inferred.filter((each) => each.date === date)) {
      const amount = entry.amount?.amount ?? zero;
      moneyIn = moneyIn.plus(amount);
      balance = balance.plus(amount);
    }
    return { date, provider, account, wallet, currency, balance: decimalText(balance), moneyIn: decimalText(moneyIn) };
  });
}

/** Every date of a month, `YYYY-MM-DD`; zones that once skipped a day still count it, with no movement. */
export function datesOf(month: string): string[] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: days }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}
