import type { Big } from "big.js";
import { negated, signOf, zero } from "../exact-decimal.js";
import type { Rate } from "./rate-table.js";

/** An amount at one rate; null where no rate is known. */
export interface Layer {
  readonly amount: Big;
  readonly rate: Rate | null;
}

export interface Drawing {
  readonly layers: readonly Layer[];
  /** Part of the layers: what was drawn before it was paid in, at the rate given. */
  readonly uncovered: Big;
}

/** What a wallet holds, in the order in which it was paid in; negative layers are what was drawn before it was paid. */
export interface PrepaymentLayers {
  /** Money in: first settles what is overdrawn, the rest is a new layer. */
  receive(amount: Big, rate: Rate | null): void;
  /** Money out, as a positive amount: the layers that it uses up, oldest first, and what none of them covers. */
  draw(amount: Big, rate: () => Rate | null): Drawing;
  /** What is held, at the rates it was paid at; null where one is unknown. */
  value(): Big | null;
}

export function createPrepaymentLayers(): PrepaymentLayers {
  // All of one sign, for overdrawing begins only when nothing is left.
  let layers: Layer[] = [];
  const isOverdrawn = () => layers[0] !== undefined && signOf(layers[0].amount) < 0;

  /** Uses layers up from the oldest on; gives what was used, as positive amounts, and what was left to cover. */
  function use(amount: Big): { readonly used: readonly Layer[]; readonly rest: Big } {
    const used: Layer[] = [];
    let rest = amount;
    while (signOf(rest) > 0 && layers.length > used.length) {
      const layer = layers[used.length];
      if (layer === undefined) break;
      const held = layer.amount.abs();
      if (held.gt(rest)) {
        const left = held.minus(rest);
        layers = [{ ...layer, amount: isOverdrawn() ? negated(left) : left }, ...layers.slice(used.length + 1)];
        return { used: [...used, { ...layer, amount: rest }], rest: zero };
      }
      used.push({ ...layer, amount: held });
      rest = rest.minus(held);
    }
    layers = layers.slice(used.length);
    return { used, rest };
  }

  return {
    receive(amount, rate) {
      const { rest } = isOverdrawn() ? use(amount) : { rest: amount };
      if (signOf(rest) > 0) layers.push({ amount: rest, rate });
    },
    draw(amount, rate) {
      const { used, rest } = isOverdrawn() ? { used: [], rest: amount } : use(amount);
      if (signOf(rest) === 0) return { layers: used, uncovered: zero };
      const layer = { amount: rest, rate: rate() };
      layers.push({ ...layer, amount: negated(rest) });
      return { layers: [...used, layer], uncovered: rest };
    },
    value: () => valueAtRates(layers),
  };
}

/** Layers at their rates; null where one of them has none. */
export function valueAtRates(layers: readonly Layer[]): Big | null {
  return layers.reduce<Big | null>(
    (total, { amount, rate }) => (total === null || rate === null ? null : total.plus(amount.times(rate.rate))),
    zero,
  );
}
