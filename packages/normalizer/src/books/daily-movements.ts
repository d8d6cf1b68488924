import type { Big } from "big.js";
import type { Calendar } from "../calendar.js";
import { negated, signOf, zero } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";

/** What went into a wallet and out of it on a local day, both positive. */
export interface DailyMovement {
  in: Big;
  out: Big;
}

export interface WalletMovements {
  readonly wallet: Pick<LedgerEntry, "provider" | "account" | "wallet" | "currency">;
  /** By local date of posting. */
  readonly days: Map<string, DailyMovement>;
}

/** Sums entries, in any order, by wallet and day; an entry of unknown sign is left out, as it is of every total. */
export function createDailyMovements(calendar: Calendar) {
  const wallets = new Map<string, WalletMovements>();
  return {
    wallets: wallets as ReadonlyMap<string, WalletMovements>,
    add(entry: LedgerEntry): void {
      if (entry.amount === null) return;
      const key = walletKeyOf(entry);
      let movements = wallets.get(key);
      if (movements === undefined) {
        const { provider, account, wallet, currency } = entry;
        movements = { wallet: { provider, account, wallet, currency }, days: new Map() };
        wallets.set(key, movements);
      }
      const date = calendar.dateOf(entry.postedAt);
      let day = movements.days.get(date);
      if (day === undefined) {
        day = { in: zero, out: zero };
        movements.days.set(date, day);
      }
      const { amount } = entry.amount;
      if (signOf(amount) > 0) day.in = day.in.plus(amount);
      else day.out = day.out.plus(negated(amount));
    },
  };
}

export function walletKeyOf({ provider, account, wallet, currency }: WalletMovements["wallet"]): string {
  return JSON.stringify([provider, account, wallet, currency]);
}
