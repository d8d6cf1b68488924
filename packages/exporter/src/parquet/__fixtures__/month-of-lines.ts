import { money } from "@spendbook/normalizer";
import { type Draft, everyCharge, monthOfCharges } from "../../focus/__fixtures__/month-of-charges.js";

const functional = {
  amount: "-1.000000000000000001",
  currency: "EUR",
  rate: "0.9",
  source: "a rate file, 2026-10-01",
};
const coding = {
  code: "6310",
  costCentre: "research",
  taxTreatment: "reverse-charge",
  vendor: "Neev, Ltd",
  rule: 2,
  functional,
};

/** Values that a column holds exactly, and values that it cannot hold. */
export const extremeLines: readonly Draft[] = [
  { kind: "usage", amount: "-0.000000000000000001", change: { coding } },
  { kind: "usage", amount: "-99999999999999999999.999999999999999999" },
  { kind: "usage", amount: "-0.0000000000000000001" },
  { kind: "usage", amount: "-100000000000000000000" },
  { kind: "usage", amount: "-1", change: { postedAt: "2026-10-15T12:00:00.123456Z" } },
  { kind: "usage", amount: "-1", change: { postedAt: "2026-10-15T12:00:00.123456789Z" } },
  { kind: "usage", amount: "-1", change: { listAmount: money("-1.5", "USD"), quantity: "2.50", unit: "credits" } },
];

export const monthOfLines = () => monthOfCharges([...everyCharge, ...extremeLines]);
