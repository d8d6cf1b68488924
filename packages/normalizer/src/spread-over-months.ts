import type { Big } from "big.js";
import { allocateDecimal } from "./allocate.js";
import type { Calendar } from "./calendar.js";
import { compareInstants } from "./compare-instants.js";
import { decimalPlaces } from "./decimal-places.js";
import { signOf } from "./exact-decimal.js";
import type { Period } from "./month.js";
import { secondsBetween } from "./seconds-between.js";
import { type MonthPart, splitByMonth } from "./split-by-month.js";

/** What falls into one month of an amount that accrued over time. */
export interface MonthShare {
  readonly amount: Big;
  /** Within the month: the end of the accrual, or the last millisecond before the next month. */
  readonly postedAt: string;
  /** Null where the amount accrued over no stretch of time. */
  readonly chargePeriod: Period | null;
  /** True where the amount was split, or its posting moved into the month in which it accrued. */
  readonly estimated: boolean;
  /** `YYYY-MM` where the amount was split, else null. */
  readonly month: string | null;
}

/**
 * Spreads an amount over the months in which it accrued, by duration. The shares sum exactly to
 * the amount; they have at most `places` decimals, or as many as the amount itself.
 */
export function spreadOverMonths(amount: Big, accrual: Period, calendar: Calendar, places: number): MonthShare[] {
  const { start, end } = accrual;
  if (compareInstants(start, end) >= 0) return [whole(amount, end, null, false)];
  if (signOf(amount) === 0) return [whole(amount, end, accrual, false)];
  const parts = splitByMonth(accrual, calendar);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    const postedAt = postingOf(only);
    return [whole(amount, postedAt, accrual, postedAt !== end)];
  }
  const durations = parts.map((part) => secondsBetween(part.start, part.end).toFixed());
  const shares = allocateDecimal(amount, durations, Math.max(places, decimalPlaces(amount)));
  return parts.flatMap((part, index) => {
    const share = shares[index];
    if (share === undefined || signOf(share) === 0) return [];
    const chargePeriod = { start: part.start, end: part.end };
    return { amount: share, postedAt: postingOf(part), chargePeriod, estimated: true, month: part.month };
  });
}

function whole(amount: Big, postedAt: string, chargePeriod: Period | null, estimated: boolean): MonthShare {
  return { amount, postedAt, chargePeriod, estimated, month: null };
}

/** The month's end is the next month's first instant, so a part that reaches it is posted just before. */
function postingOf(part: MonthPart): string {
  if (compareInstants(part.end, part.monthEnd) < 0) return part.end;
  const lastMillisecond = new Date(Date.parse(part.monthEnd) - 1).toISOString();
  return compareInstants(part.start, lastMillisecond) > 0 ? part.start : lastMillisecond;
}
