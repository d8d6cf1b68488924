import { compare, decimalText, money } from "@spendbook/normalizer";
import type { Charge } from "./charge.js";

export interface ChargedQuantity {
  readonly quantity: string;
  readonly unit: string;
}

/** Units in the capitals of FOCUS' unit format. */
const units: ReadonlyMap<string, string> = new Map([["credits", "Credits"]]);

/**
 * What a row's price is counted in: the quantity that the provider states, negative where it comes back; of a purchase
 * without one the money that was put in. Null where nothing is stated, for a quantity is never made up.
 */
export function chargedQuantity({ source, category, costs, walletAmount }: Charge): ChargedQuantity | null {
  if (category === "Credit" && walletAmount === null) return null;
  const { quantity, unit, currency } = source;
  if (quantity !== null && unit !== null) {
    const isReturned = category === "Usage" && compare(costs.effective, money("0", currency)) < 0;
    return { quantity: isReturned ? negativeText(quantity) : quantity, unit: units.get(unit) ?? unit };
  }
  return category === "Purchase" ? { quantity: decimalText(costs.contracted), unit: currency } : null;
}

function negativeText(quantity: string): string {
  if (quantity.startsWith("-")) return quantity.slice(1);
  return /[1-9]/.test(quantity) ? `-${quantity}` : quantity;
}
