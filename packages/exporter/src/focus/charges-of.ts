import { type Money, money, negate } from "@spendbook/normalizer";
import type { Charge, ChargeCategory, Costs } from "./charge.js";
import type { ChargeSource } from "./charge-source.js";

type Treatment = Pick<Charge, "category" | "frequency">;

const adjustment: Treatment = { category: "Adjustment", frequency: "One-Time" };

/** How each kind of movement is charged; a late correction is charged as what it corrects. */
const treatments: Readonly<Record<ChargeSource["kind"], Treatment>> = {
  usage: { category: "Usage", frequency: "Usage-Based" },
  // FOCUS keeps a refund in the category of what is refunded, as a negative amount.
  refund: { category: "Usage", frequency: "Usage-Based" },
  // The unused part of what was bought: a cost of the period in which it was lost.
  expiry: { category: "Usage", frequency: "One-Time" },
  "top-up": { category: "Purchase", frequency: "One-Time" },
  grant: { category: "Credit", frequency: "One-Time" },
  fee: adjustment,
  adjustment,
  unclassified: adjustment,
  unexplained: adjustment,
};

/**
 * The rows of one movement. A top-up is a purchase: billed, and not yet a cost. What is drawn from the wallet is a cost
 * that was billed before. What is drawn from a part of the wallet that was given is billed and credited at once, in a
 * second row, so that both come to nothing. The giving itself costs nothing.
 */
export function chargesOf(source: ChargeSource): readonly Charge[] {
  const { amount } = source;
  const treatment = treatments[source.corrects?.kind ?? source.kind];
  const zero = money("0", source.currency);
  const charge = (costs: Costs): Charge => ({ source, ...treatment, costs, walletAmount: amount });
  // Of unknown direction: shown, and outside every total.
  if (amount === null) return [{ ...charge(allOf(zero)), ...adjustment }];
  if (treatment.category === "Credit") return [charge(allOf(zero))];
  if (treatment.category === "Purchase") return [charge({ ...allOf(amount), effective: zero })];

  const cost = negate(amount);
  const list = listCost(source, treatment.category) ?? cost;
  if (source.bucket !== "granted" && source.bucket !== "earned")
    return [charge({ billed: zero, effective: cost, list, contracted: cost })];
  return [
    charge({ ...allOf(cost), list }),
    { source, category: "Credit", frequency: treatment.frequency, costs: allOf(amount), walletAmount: null },
  ];
}

function allOf(cost: Money): Costs {
  return { billed: cost, effective: cost, list: cost, contracted: cost };
}

function listCost({ listAmount }: ChargeSource, category: ChargeCategory): Money | null {
  return listAmount === null || category !== "Usage" ? null : negate(listAmount);
}
