import type { Big } from "big.js";
import { negated, signOf, zero } from "../exact-decimal.js";
import type { WalletMovements } from "./daily-movements.js";
import type { RatePolicy } from "./mapping.js";
import { createPrepaymentLayers, type Layer, valueAtRates } from "./prepayment-layers.js";
import type { Rate } from "./rate-table.js";

/** A wallet's month at its rates; null where a rate is missing, or where the policy gives no figure. */
export interface DrawnMonth {
  readonly opening: Big | null;
  readonly moneyIn: Big | null;
  /** Negative. */
  readonly moneyOut: Big | null;
  readonly closing: Big | null;
  /** In the wallet's own currency. */
  readonly uncovered: Big;
  /** What each day's money out used up, by local date. */
  readonly drawings: ReadonlyMap<string, readonly Layer[]>;
}

export interface Rates {
  readonly policy: RatePolicy;
  on(date: string): Rate | null;
  averageOf(month: string): Rate | null;
}

/** Follows a wallet day by day to the end of a month. Of one day, money in comes before money out. */
export function drawWallet({ days }: WalletMovements, month: string, rates: Rates): DrawnMonth {
  const layers = createPrepaymentLayers();
  const keepsLayers = rates.policy === "first-in-first-out";
  const drawings = new Map<string, readonly Layer[]>();
  const received: Layer[] = [];
  let uncovered = zero;
  let opening: Big | null = null;

  const dates = [...days.keys()].sort().filter((date) => date.slice(0, 7) <= month);
  const first = dates.findIndex((date) => date.startsWith(month));
  for (const [index, date] of dates.entries()) {
    const day = days.get(date) ?? { in: zero, out: zero };
    const isWithin = first >= 0 && index >= first;
    if (!isWithin && !keepsLayers) continue;
    if (index === first) opening = layers.value();
    if (signOf(day.in) > 0) {
      const layer = { amount: day.in, rate: rates.on(date) };
      layers.receive(layer.amount, layer.rate);
      if (isWithin) received.push(layer);
    }
    if (signOf(day.out) === 0) continue;
    const drawing = keepsLayers
      ? layers.draw(day.out, () => rates.on(date))
      : { layers: [{ amount: day.out, rate: rates.averageOf(month) }], uncovered: zero };
    if (!isWithin) continue;
    drawings.set(date, drawing.layers);
    uncovered = uncovered.plus(drawing.uncovered);
  }

  const drawn = valueAtRates([...drawings.values()].flat());
  const closing = layers.value();
  return {
    opening: keepsLayers ? (first >= 0 ? opening : closing) : null,
    moneyIn: valueAtRates(received),
    moneyOut: drawn === null ? null : negated(drawn),
    closing: keepsLayers ? closing : null,
    uncovered,
    drawings,
  };
}
