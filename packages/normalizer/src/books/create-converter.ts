import type { Big } from "big.js";
import type { Calendar } from "../calendar.js";
import { decimalText } from "../decimal-text.js";
import { negated, signOf, zero } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { FunctionalAmount } from "../line-coding.js";
import { walletKeyOf } from "./daily-movements.js";
import { type Layer, valueAtRates } from "./prepayment-layers.js";
import type { Rate } from "./rate-table.js";

export interface ConversionRates {
  readonly currency: string;
  readonly calendar: Calendar;
  /** What each wallet's days used up. */
  drawingsOf(walletKey: string): ReadonlyMap<string, readonly Layer[]> | undefined;
  /** The rate of money in. */
  rateOn(walletCurrency: string, date: string): Rate | null;
}

/** Where the lines of a day have got to in what the day used up. */
interface Cursor {
  readonly layers: readonly Layer[];
  index: number;
  used: Big;
}

/**
 * Converts the lines of a month, in the order given: those of a day share out what the day used up, so that they sum to
 * it exactly and nothing is divided. Null where a line's own amount is unknown.
 */
export function createConverter(rates: ConversionRates): (line: LedgerEntry) => FunctionalAmount | null {
  const cursors = new Map<string, Cursor>();

  function draw(line: LedgerEntry, date: string, amount: Big): readonly Layer[] {
    const wallet = walletKeyOf(line);
    const key = `${date} ${wallet}`;
    const cursor = cursors.get(key) ?? { layers: rates.drawingsOf(wallet)?.get(date) ?? [], index: 0, used: zero };
    cursors.set(key, cursor);
    const drawn: Layer[] = [];
    let rest = amount;
    while (signOf(rest) > 0) {
      const layer = cursor.layers[cursor.index];
      if (layer === undefined) return [...drawn, { amount: rest, rate: null }];
      const left = layer.amount.minus(cursor.used);
      const taken = left.gt(rest) ? rest : left;
      drawn.push({ amount: taken, rate: layer.rate });
      rest = rest.minus(taken);
      cursor.used = cursor.used.plus(taken);
      if (!cursor.used.eq(layer.amount)) continue;
      cursor.index += 1;
      cursor.used = zero;
    }
    return drawn;
  }

  return (line) => {
    if (line.amount === null) return null;
    const { amount } = line.amount;
    const date = rates.calendar.dateOf(line.postedAt);
    const isOut = signOf(amount) < 0;
    const layers = isOut ? draw(line, date, amount.abs()) : [{ amount, rate: rates.rateOn(line.currency, date) }];
    const value = valueAtRates(layers);
    const used = new Set(layers.map(({ rate }) => rate));
    const [only] = used.size === 1 ? used : [];
    return {
      amount: value === null ? null : decimalText(isOut ? negated(value) : value),
      currency: rates.currency,
      rate: only == null ? null : decimalText(only.rate),
      source: [...used].flatMap((rate) => (rate === null ? [] : [rate.source])).join("; ") || null,
    };
  };
}
