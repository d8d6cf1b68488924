import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { type CreditChain, createCreditChain } from "./credit-chain.js";
import { zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { Cell } from "./movement-cell.js";
import type { ProviderId } from "./record.js";
import { RunningSum } from "./running-sum.js";
import { createSecondList, type SecondList } from "./second-list.js";
import { createUnsettled, type Unsettled } from "./unsettled.js";
import { type UsableBalance, usableBalances } from "./usable-balance.js";
import type { WalletBalance } from "./wallet-balance.js";

/** Spending and the number of lines it came from. */
export interface Spend {
  /** The wallet's sign: usage is negative. */
  readonly amount: RunningSum;
  lines: number;
}

/** Spending of the month, and of the month before. */
export interface ServiceSpend extends Spend {
  readonly previous: RunningSum;
}

/** A local day: its spending, and whatever else moved. */
export interface DaySums extends Spend {
  readonly other: RunningSum;
  readonly moneyIn: RunningSum;
}

export type WalletKey = Pick<LedgerEntry, "provider" | "account" | "wallet" | "currency">;

/** Everything a statement needs of one wallet in one currency, however many entries it has. */
export interface WalletSums {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  /** Those that can be relied on, oldest first. */
  readonly balances: readonly UsableBalance[];
  /** What the newest balance, usable or not, came with. */
  readonly newest: WalletBalance | null;
  /** Movements by the balance they came after (0: before the first) and by position: `segment * 4 + position`. */
  readonly cells: (Cell | undefined)[];
  readonly services: Map<string | null, ServiceSpend>;
  readonly days: Map<string, DaySums>;
  /** Entries so near to a balance that its clock and theirs leave open which came first. */
  readonly unsettled: Unsettled;
  readonly chain: CreditChain;
  readonly secondList: SecondList;
  /** Where the entry before this one was put; most entries come in the order of time. */
  segment: number;
  lines: number;
  estimatedLines: number;
  /** Entries of any month whose sign is unknown; of the month; and how many of the month. */
  unsigned: Big;
  unsignedWithin: Big;
  unsignedLines: number;
  /** What the month's entries put right of closed months, and how many they are. */
  corrected: Big;
  corrections: number;
  hasEntries: boolean;
}

/**
 * @param balances those of the wallet's account, in any order
 * @param wholeDays the UTC days that lie within the month altogether
 */
export function createWalletSums(
  key: WalletKey,
  balances: readonly WalletBalance[],
  wholeDays: SecondList["wholeDays"],
): WalletSums {
  const own = balances.filter((each) => each.wallet === key.wallet && each.currency === key.currency);
  const usable = usableBalances(own);
  return {
    provider: key.provider,
    account: key.account,
    wallet: key.wallet,
    currency: key.currency,
    balances: usable,
    newest: own.reduce<WalletBalance | null>(
      (newest, each) => (newest === null || compareInstants(each.takenAt, newest.takenAt) > 0 ? each : newest),
      null,
    ),
    cells: [],
    services: new Map(),
    days: new Map(),
    unsettled: createUnsettled(usable),
    chain: createCreditChain(),
    secondList: createSecondList(wholeDays),
    segment: 0,
    lines: 0,
    estimatedLines: 0,
    unsigned: zero,
    unsignedWithin: zero,
    unsignedLines: 0,
    corrected: zero,
    corrections: 0,
    hasEntries: false,
  };
}

/** Adds to the spending under a key, and says whether the key is new. */
export function addSpend<K>(spends: Map<K, Spend>, key: K, amount: Big, lines = 1): boolean {
  const known = spends.get(key);
  const spend = known ?? { amount: new RunningSum(), lines: 0 };
  spend.amount.add(amount);
  spend.lines += lines;
  if (known === undefined) spends.set(key, spend);
  return known === undefined;
}
