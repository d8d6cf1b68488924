import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { exactDecimal, signOf, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { addToCell, createCell } from "./movement-cell.js";
import { type Position, positions } from "./position.js";
import { RunningSum } from "./running-sum.js";
import { clockTolerance } from "./unsettled.js";
import type { DaySums, ServiceSpend, WalletSums } from "./wallet-sums.js";

/** Takes an entry into the sums; `date` is its local date and is used where it lies within the month. */
export function addToWallet(sums: WalletSums, entry: LedgerEntry, position: Position, date: string): void {
  const isWithin = position === positions.within;
  sums.hasEntries = true;
  if (isWithin) {
    sums.lines += 1;
    if (entry.estimated) sums.estimatedLines += 1;
  }
  if (entry.amount === null) {
    if (sums.provider === "flexprice") sums.chain.add(entry, position, null);
    addUnsigned(sums, entry, isWithin);
    return;
  }
  const { amount } = entry.amount;
  const booked = segmentOf(sums, entry.postedAt);
  const segment = isRunningAt(sums, entry, booked - 1) ? booked - 1 : booked;
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
  if (sums.provider === "flexprice") sums.chain.add(entry, position, credits);
  else if (sums.provider === "wavespeed" || sums.provider === "runpod") sums.secondList.addFirst(entry, amount);

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

/**
 * Whether a balance was taken while a Prime Intellect resource ran, and its row was billed within the minute after: what
 * it had run up by then, which may be a month's worth, was in the balance already. The rows and the balance are read
 * together, so only the last tick can be in doubt.
 */
function isRunningAt({ provider, balances }: WalletSums, entry: LedgerEntry, index: number): boolean {
  const balance = balances[index];
  if (provider !== "prime-intellect" || balance === undefined || entry.chargePeriod === null) return false;
  if (compareInstants(entry.chargePeriod.start, balance.takenAt) >= 0) return false;
  return Date.parse(entry.postedAt) - Date.parse(balance.takenAt) <= clockTolerance;
}

function addToDay(days: Map<string, DaySums>, date: string, entry: LedgerEntry, amount: Big, isSpend: boolean): void {
  let day = days.get(date);
  if (day === undefined) {
    day = { amount: new RunningSum(), lines: 0, other: new RunningSum(), moneyIn: new RunningSum() };
    days.set(date, day);
  }
  if (isSpend) {
    day.amount.add(amount);
    day.lines += 1;
  } else {
    day.other.add(amount);
    if (entry.kind === "top-up" || entry.kind === "grant") day.moneyIn.add(amount);
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
    service = { amount: new RunningSum(), lines: 0, previous: new RunningSum() };
    services.set(key, service);
  }
  if (amount !== null) {
    service.amount.add(amount);
    service.lines += 1;
  }
  if (previous !== null) service.previous.add(previous);
}

/** The stated credits with the amount's sign; null where there are none, or a zero amount leaves their direction open. */
function creditsOf(entry: LedgerEntry, amount: Big): Big | null {
  if (entry.unit !== "credits" || entry.quantity === null) return null;
  const credits = exactDecimal(entry.quantity);
  const direction = signOf(amount);
  return direction === 0 ? (signOf(credits) === 0 ? zero : null) : direction < 0 ? credits.neg() : credits;
}
