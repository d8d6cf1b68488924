import { calendarOf } from "../calendar.js";
import { decimalText } from "../decimal-text.js";
import { exactDecimal, negated, signOf } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { Money } from "../money.js";
import { negate, subtract } from "../money-arithmetic.js";
import { monthPeriod } from "../month.js";
import type { Basis } from "../statement.js";
import { decidedAt } from "./decided-at.js";

/** Where what comes too late is booked. */
export interface OpenMonth {
  /** `YYYY-MM`: the first month that is not closed. */
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
}

/**
 * What turns the entries that closed months were given of a record into those that they ought to have: adjustments in
 * the first open month. An entry that changed its amount gives one line, the difference; one that changed what it is
 * gives two, the old one reversed and the new one booked. They sum exactly to what changed.
 * @param brought the state that takes back what it no longer gives
 */
export function correctEntries(
  given: readonly LedgerEntry[],
  known: readonly LedgerEntry[],
  open: OpenMonth,
  brought: { readonly revision: number; readonly sha256: string } | null = null,
): readonly LedgerEntry[] {
  const givenById = new Map(given.map((entry) => [entry.id, entry]));
  const corrections: LedgerEntry[] = [];
  for (const entry of known) {
    const before = givenById.get(entry.id);
    givenById.delete(entry.id);
    if (before === undefined) corrections.push(booked(entry, open));
    else corrections.push(...changed(before, entry, open));
  }
  for (const entry of givenById.values())
    if (movesMoney(entry)) corrections.push(reversed(entry, open, { ...entry.origin, ...brought }));
  return corrections;
}

function changed(before: LedgerEntry, after: LedgerEntry, open: OpenMonth): readonly LedgerEntry[] {
  if (isSameMovement(before, after)) return [];
  const difference = differenceOf(before, after, open);
  if (difference !== null) return [difference];
  return [...(movesMoney(before) ? [reversed(before, open, after.origin)] : []), booked(after, open)];
}

/** What descriptions say may change without a correction; what is counted may not. */
function isSameMovement(a: LedgerEntry, b: LedgerEntry): boolean {
  return (
    isSameAccount(a, b) && isSame(a.amount, b.amount) && isSame(a.unsignedAmount, b.unsignedAmount) && isSameCount(a, b)
  );
}

function isSameAccount(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.kind === b.kind && a.service === b.service && a.bucket === b.bucket && a.currency === b.currency;
}

function isSame(a: Money | null, b: Money | null): boolean {
  return a === null || b === null ? a === b : a.currency === b.currency && a.amount.eq(b.amount);
}

function isSameCount(a: LedgerEntry, b: LedgerEntry): boolean {
  if (a.unit !== b.unit) return false;
  return a.quantity === null || b.quantity === null
    ? a.quantity === b.quantity
    : exactDecimal(a.quantity).eq(exactDecimal(b.quantity));
}

/** The one line between two amounts of the same thing; null where it takes two lines to say it. */
function differenceOf(before: LedgerEntry, after: LedgerEntry, open: OpenMonth): LedgerEntry | null {
  if (!isSameAccount(before, after) || before.unit !== after.unit) return null;
  if (before.amount === null || after.amount === null) return null;
  const amount = subtract(after.amount, before.amount);
  const quantity = quantityBetween(before, after, signOf(amount.amount));
  if (quantity === undefined) return null;
  const listAmount =
    before.listAmount === null || after.listAmount === null ? null : subtract(after.listAmount, before.listAmount);
  return { ...correction("corrected", after, open), amount, quantity, listAmount };
}

/** Quantities are magnitudes that follow the amount's direction: undefined where no magnitude says the difference. */
function quantityBetween(before: LedgerEntry, after: LedgerEntry, direction: number): string | null | undefined {
  if (before.quantity === null && after.quantity === null) return null;
  if (before.quantity === null || after.quantity === null || direction === 0) return undefined;
  const sides = [signedQuantity(before), signedQuantity(after)] as const;
  const difference = sides[1].minus(sides[0]);
  const sign = signOf(difference);
  return sign === 0 || sign === direction ? decimalText(difference.abs()) : undefined;
}

function signedQuantity({ quantity, amount }: LedgerEntry) {
  const magnitude = exactDecimal(quantity ?? "0");
  return amount !== null && signOf(amount.amount) < 0 ? negated(magnitude) : magnitude;
}

/** Amounts of unknown direction are in no total, so nothing is taken back with them. */
function movesMoney({ amount }: LedgerEntry): boolean {
  return amount !== null && signOf(amount.amount) !== 0;
}

function booked(entry: LedgerEntry, open: OpenMonth): LedgerEntry {
  const { amount, unsignedAmount, listAmount, quantity } = entry;
  return { ...correction("booked", entry, open), amount, unsignedAmount, listAmount, quantity };
}

function reversed(entry: LedgerEntry, open: OpenMonth, origin: LedgerEntry["origin"]): LedgerEntry {
  const { amount, listAmount, quantity } = entry;
  return {
    ...correction("reversed", entry, open),
    amount: amount === null ? null : negate(amount),
    listAmount: listAmount === null ? null : negate(listAmount),
    quantity,
    origin,
  };
}

function correction(what: "booked" | "corrected" | "reversed", entry: LedgerEntry, open: OpenMonth): LedgerEntry {
  const month = calendarOf(open.timezone).dateOf(decidedAt(entry, open.basis)).slice(0, 7);
  return {
    ...entry,
    id: `${entry.id}#${what}-${open.month}`,
    // Of unknown direction it stays what it is: shown, and outside the totals.
    kind: entry.amount === null ? entry.kind : "adjustment",
    unsignedAmount: null,
    postedAt: monthPeriod(open.month, open.timezone).start,
    // By charge period it would fall back into the closed month.
    chargePeriod: open.basis === "incurred" ? null : entry.chargePeriod,
    description: `Correction of ${month}: ${entry.description}`,
    corrects: { month, entryId: entry.id, kind: entry.kind },
  };
}
