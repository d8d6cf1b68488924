import { add, type Money, money, round, sum } from "@spendbook/normalizer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCarryRounding } from "./carry-rounding.js";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, places]) => money(`${units}e-${places}`, "USD"));

test("after every amount the rounded ones sum to the exact total, rounded", () => {
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 40 }), decimal, fc.integer({ min: 0, max: 4 }), (all, start, places) => {
      const rounding = createCarryRounding("USD", places, start.amount.toFixed());
      let rounded: Money<"USD"> = round(start, places, "half-even");
      all.forEach((amount, index) => {
        rounded = add(rounded, rounding(amount));
        const exact = add(start, sum(all.slice(0, index + 1), "USD"));
        expect(rounded.amount.toFixed()).toBe(round(exact, places, "half-even").amount.toFixed());
      });
    }),
  );
});

test("amounts too small for a cent are not lost: they make one together", () => {
  const rounding = createCarryRounding("USD", 2);
  const tenths = Array.from({ length: 10 }, () => rounding(money("-0.001", "USD")).amount.toFixed());
  expect(tenths.filter((each) => each !== "0")).toEqual(["-0.01"]);
});
