import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { type CreditChain, createCreditChain } from "./credit-chain.js";
import { exactDecimal, signOf, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { addToCell, type Cell, createCell } from "./movement-cell.js";
import type { ProviderId } from "./record.js";
import { createSecondList, type SecondList } from "./second-list.js";
import { createUnsettled, type Unsettled } from "./unsettled.js";
import { type UsableBalance, usableBalances } from "./usable-balance.js";
import type { WalletBalance } from "./wallet-balance.js";

/** Spending and the number of lines it came from. */
export interface Spend {
  /** The wallet's sign: usage is negative. */
  amount: Big;
  lines: number;
}

/** Spending of the month, and of the month before. */
export interface ServiceSpend extends Spend {
  previous: Big;
}

/** A local day: its spending, and whatever else moved. */
export interface DaySums extends Spend {
  other: Big;
  moneyIn: Big;
}

/** Where an entry lies in relation to the statement's month, in the order of time. */
export const positions = { earlier: 0, previous: 1, within: 2, after: 3 } as const;
export type Position = (typeof positions)[keyof typeof positions];

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

/** Takes an entry into the sums; `date` is its local date and is used where it lies within the month. */
export function addToWallet(sums: WalletSums, entry: LedgerEntry, position: Position, date: string): void {
  const isWithin = position === positions.within;
  sums.hasEntries = true;
  if (isWithin) {
    sums.lines += 1;
    if (entry.estimated) sums.estimatedLines += 1;
  }
  if (entry.amount === null) {
    if (sums.provider === "flexprice") sums.chain.add(entry, isWithin, null);
    addUnsigned(sums, entry, isWithin);
    return;
  }
  const { amount } = entry.amount;
  const segment = segmentOf(sums, entry.postedAt);
  const index = segment * 4 + position;
  let cell = sums.cells[index];
  if (cell === undefined) {
    cell = createCell(sums.provider === "flexprice");
    sums.cells[index] = cell;
  }
  const credits = sums.provider === "flexprice" ? creditsOf(entry, amount) : null;
  const movement = { kind: entry.kind, bucket: entry.bucket, amount, credits };
  addToCell(cell, movement);
  sums.unsettled.add(segment, entry.postedAt, entry.id, position, movement);
  if (sums.provider === "flexprice") sums.chain.add(entry, isWithin, credits);
  else if (sums.provider === "wavespeed") sums.secondList.addFirst(entry, amount);

  const isSpend = entry.kind === "usage" || entry.kind === "refund";
  if (isWithin) {
    addToDay(sums.days, date, entry, amount, isSpend);
    if (isSpend) addToService(sums.services, entry.service, amount, null);
    if (entry.corrects !== null) {
      sums.corrections += 1;
      sums.corrected = sums.corrected.plus(amount);
    }
  } else if (isSpend && position === positions.previous) addToService(sums.services, entry.service, null, amount);
}

function addUnsigned(sums: WalletSums, entry: LedgerEntry, isWithin: boolean): void {
  if (isWithin) sums.unsignedLines += 1;
  if (entry.unsignedAmount === null) return;
  sums.unsigned = sums.unsigned.plus(entry.unsignedAmount.amount);
  if (isWithin) sums.unsignedWithin = sums.unsignedWithin.plus(entry.unsignedAmount.amount);
}

/** Adds to the spending under a key, and says whether the key is new. */
export function addSpend<K>(spends: Map<K, Spend>, key: K, amount: Big, lines = 1): boolean {
  const spend = spends.get(key);
  if (spend === undefined) {
    spends.set(key, { amount, lines });
    return true;
  }
  spend.amount = spend.amount.plus(amount);
  spend.lines += lines;
  return false;
}

/** How many of the balances were taken before an entry was booked; one booked at that instant is in the balance. */
function segmentOf(sums: WalletSums, postedAt: string): number {
  const { balances } = sums;
  let segment = sums.segment;
  const isAfter = (index: number): boolean => compareInstants(postedAt, balances[index]?.takenAt ?? "") > 0;
  if ((segment > 0 && !isAfter(segment - 1)) || (segment < balances.length && isAfter(segment))) {
    let [low, high] = [0, balances.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(middle)) low = middle + 1;
      else high = middle;
    }
    segment = low;
    sums.segment = segment;
  }
  return segment;
}

function addToDay(days: Map<string, DaySums>, date: string, entry: LedgerEntry, amount: Big, isSpend: boolean): void {
  let day = days.get(date);
  if (day === undefined) {
    day = { amount: zero, lines: 0, other: zero, moneyIn: zero };
    days.set(date, day);
  }
  if (isSpend) {
    day.amount = day.amount.plus(amount);
    day.lines += 1;
  } else {
    day.other = day.other.plus(amount);
    if (entry.kind === "top-up" || entry.kind === "grant") day.moneyIn = day.moneyIn.plus(amount);
  }
}

function addToService(
  services: Map<string | null, ServiceSpend>,
  key: string | null,
  amount: Big | null,
  previous: Big | null,
): void {
  let service = services.get(key);
  if (service === undefined) {
    service = { amount: zero, lines: 0, previous: zero };
    services.set(key, service);
  }
  if (amount !== null) {
    service.amount = service.amount.plus(amount);
    service.lines += 1;
  }
  if (previous !== null) service.previous = service.previous.plus(previous);
}

/** The stated credits with the amount's sign; null where there are none, or a zero amount leaves their direction open. */
function creditsOf(entry: LedgerEntry, amount: Big): Big | null {
  if (entry.unit !== "credits" || entry.quantity === null) return null;
  const credits = exactDecimal(entry.quantity);
  const direction = signOf(amount);
  return direction === 0 ? (signOf(credits) === 0 ? zero : null) : direction < 0 ? credits.neg() : credits;
}
