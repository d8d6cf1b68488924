import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { exactDecimal, signOf, zero } from "./exact-decimal.js";
import type { EntryKind, LedgerEntry } from "./ledger-entry.js";
import type { ProviderId } from "./record.js";
import type { WalletBalance } from "./wallet-balance.js";

/** Spending and the number of lines it came from. */
export interface Spend {
  /** The wallet's sign: usage is negative. */
  amount: Big;
  lines: number;
}

/** Where an entry lies in relation to the statement's month. */
export type Position = "before" | "within" | "after";

export type WalletKey = Pick<LedgerEntry, "provider" | "account" | "wallet" | "currency">;

/** Everything a statement needs of one wallet in one currency, however many entries it has. */
export interface WalletSums {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  /** The newest balance that can be relied on. */
  readonly balance: WalletBalance | null;
  /** What the newest balance, usable or not, came with. */
  readonly balanceNotes: readonly string[];
  before: Big;
  after: Big;
  readonly kinds: Map<EntryKind, Big>;
  readonly services: Map<string | null, Spend>;
  readonly days: Map<string, Spend>;
  lines: number;
  estimatedLines: number;
  /** Entries of any month whose sign is unknown, and those of the month. */
  unsigned: Big;
  unsignedLines: number;
  /** Of the entries stamped later than the balance: amount, and credits as below. */
  sinceBalance: Big;
  creditsSinceBalance: Big;
  /** Signed credits of all entries; null as soon as one entry does not state them. */
  credits: Big | null;
  hasEntries: boolean;
}

/** @param balances those of the wallet's account, in any order */
export function createWalletSums(key: WalletKey, balances: readonly WalletBalance[]): WalletSums {
  const newestFirst = balances
    .filter((each) => each.wallet === key.wallet && each.currency === key.currency)
    .sort((a, b) => compareInstants(b.takenAt, a.takenAt));
  return {
    provider: key.provider,
    account: key.account,
    wallet: key.wallet,
    currency: key.currency,
    balance: newestFirst.find((each) => each.balance !== null) ?? null,
    balanceNotes: newestFirst[0]?.notes ?? [],
    before: zero,
    after: zero,
    kinds: new Map(),
    services: new Map(),
    days: new Map(),
    lines: 0,
    estimatedLines: 0,
    unsigned: zero,
    unsignedLines: 0,
    sinceBalance: zero,
    creditsSinceBalance: zero,
    credits: zero,
    hasEntries: false,
  };
}

/** Takes an entry into the sums; `date` is its local date and is used where it lies within the month. */
export function addToWallet(sums: WalletSums, entry: LedgerEntry, position: Position, date: string): void {
  sums.hasEntries = true;
  if (position === "within") {
    sums.lines += 1;
    if (entry.estimated) sums.estimatedLines += 1;
  }
  if (entry.amount === null) {
    if (position === "within") sums.unsignedLines += 1;
    if (entry.unsignedAmount !== null) sums.unsigned = sums.unsigned.plus(entry.unsignedAmount.amount);
    return;
  }
  const { amount } = entry.amount;
  if (position === "within") {
    sums.kinds.set(entry.kind, sums.kinds.get(entry.kind)?.plus(amount) ?? amount);
    if (entry.kind === "usage" || entry.kind === "refund") {
      addSpend(sums.services, entry.service, amount);
      addSpend(sums.days, date, amount);
    }
  } else sums[position] = sums[position].plus(amount);

  const credits = entry.unit === "credits" ? signedCredits(entry, amount) : null;
  sums.credits = credits === null ? null : (sums.credits?.plus(credits) ?? null);
  if (sums.balance !== null && compareInstants(entry.postedAt, sums.balance.takenAt) > 0) {
    sums.sinceBalance = sums.sinceBalance.plus(amount);
    if (credits !== null) sums.creditsSinceBalance = sums.creditsSinceBalance.plus(credits);
  }
}

export function addSpend<K>(spends: Map<K, Spend>, key: K, amount: Big, lines = 1): void {
  const spend = spends.get(key);
  if (spend === undefined) spends.set(key, { amount, lines });
  else {
    spend.amount = spend.amount.plus(amount);
    spend.lines += lines;
  }
}

/** The sum of all entries whose sign is known. */
export function totalOf(sums: WalletSums): Big {
  return [...sums.kinds.values()].reduce((total, amount) => total.plus(amount), sums.before.plus(sums.after));
}

/** The stated credits with the amount's sign; null where a zero amount leaves their direction open. */
function signedCredits(entry: LedgerEntry, amount: Big): Big | null {
  if (entry.quantity === null) return null;
  const credits = exactDecimal(entry.quantity);
  const direction = signOf(amount);
  return direction === 0 ? (signOf(credits) === 0 ? zero : null) : direction < 0 ? credits.neg() : credits;
}
