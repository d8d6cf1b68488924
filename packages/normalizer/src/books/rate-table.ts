import type { Big } from "big.js";
import { decimalPlaces } from "../decimal-places.js";
import { decimalText } from "../decimal-text.js";
import { exactDecimal, signOf, zero } from "../exact-decimal.js";
import { divide } from "../rounding.js";
import { RateError } from "./rate-error.js";

/** A line of a rate file: one `from` is `rate` of `to` where `pair` is `from/to`. */
export interface RateRow {
  /** `YYYY-MM-DD`, or `YYYY-MM` for an average that the source itself published. */
  readonly date: string;
  readonly pair: string;
  readonly rate: string;
  /** Who published it. */
  readonly source: string;
}

export interface Rate {
  readonly rate: Big;
  /** The source with its date, for the books. */
  readonly source: string;
}

/** The rates that are known; none is ever made up, nor turned round, which would have to be rounded. */
export interface RateTable {
  /** The rate of a local date: the newest of that date or of the seven days before it, which bridges holidays. */
  on(pair: string, date: string): Rate | null;
  /** The average of a month: the published one, else the mean of the month's rates, half-even to two places more. */
  averageOf(pair: string, month: string): Rate | null;
}

const bridgedDays = 7;

/** Throws `RateError` on a row that cannot be read or contradicts another; `place` names a row in it. */
export function createRateTable(
  rows: readonly RateRow[],
  place: (index: number) => string = (index) => `rate ${index + 1}`,
): RateTable {
  const pairs = new Map<string, Map<string, Rate>>();
  for (const [index, row] of rows.entries()) {
    const rate = readRow(row, place(index));
    const dates = pairs.get(row.pair) ?? new Map<string, Rate>();
    pairs.set(row.pair, dates);
    const other = dates.get(row.date);
    if (other !== undefined && !other.rate.eq(rate.rate))
      throw new RateError("contradictory_rate", `${place(index)}: another line has ${row.pair} of ${row.date}`);
    dates.set(row.date, rate);
  }

  function on(pair: string, date: string): Rate | null {
    const dates = pairs.get(pair);
    if (dates === undefined) return null;
    for (let back = 0; back <= bridgedDays; back += 1) {
      const rate = dates.get(dayBefore(date, back));
      if (rate !== undefined) return rate;
    }
    return null;
  }

  function averageOf(pair: string, month: string): Rate | null {
    const dates = pairs.get(pair);
    const published = dates?.get(month);
    if (dates === undefined || published !== undefined) return published ?? null;
    const daily = [...dates].filter(([date]) => date.startsWith(`${month}-`)).map(([, rate]) => rate);
    const [first] = daily;
    if (first === undefined) return null;
    const sum = daily.reduce((total, { rate }) => total.plus(rate), zero);
    const places = Math.max(...daily.map(({ rate }) => decimalPlaces(rate))) + 2;
    const mean = divide({ amount: sum, currency: "" }, daily.length, places, "half-even").amount;
    const source = `mean of ${daily.length} rates of ${month}, rounded half-even to ${places} places: ${first.source}, …`;
    return { rate: mean, source };
  }

  return { on, averageOf };
}

function readRow({ date, pair, rate, source }: RateRow, place: string): Rate {
  if (!isDate(date)) throw new RateError("invalid_rate", `${place}: ${date} is not a date such as 2026-10-31`);
  if (!/^[A-Z]{3}\/[A-Z]{3}$/.test(pair))
    throw new RateError("invalid_rate", `${place}: ${pair} is not a pair of currencies such as USD/EUR`);
  if (source.trim() === "")
    throw new RateError("invalid_rate", `${place}: the source is missing; name who published it`);
  if (!/^\d+(\.\d+)?$/.test(rate) || signOf(exactDecimal(rate)) === 0)
    throw new RateError("invalid_rate", `${place}: ${rate} is not a positive decimal such as 0.9123`);
  const value = exactDecimal(rate);
  return { rate: value, source: `${source}, ${pair} ${decimalText(value)} of ${date}` };
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return false;
  const instant = Date.parse(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}

function dayBefore(date: string, days: number): string {
  return days === 0 ? date : new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
