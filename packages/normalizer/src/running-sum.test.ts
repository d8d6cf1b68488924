import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText } from "./decimal-text.js";
import { exactDecimal, zero } from "./exact-decimal.js";
import { RunningSum } from "./running-sum.js";

/** Up to 25 digits before the point and 30 behind it, in each notation. */
const decimal = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    fc.nat({ max: 30 }),
    fc.constantFrom("", "000000000000", "123"),
  )
  .map(([digits, places, tail]) => exactDecimal(`${digits}${tail}e-${places}`));

test("a running sum is what big.js adds up, whatever digits come and in whatever order", () => {
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 30 }), fc.array(decimal, { maxLength: 5 }), (added, taken) => {
      const sum = new RunningSum();
      for (const each of added) sum.add(each);
      const copy = sum.copy();
      for (const each of taken) copy.subtract(each);
      const expected = added.reduce((total, each) => total.plus(each), zero);
      const left = taken.reduce((total, each) => total.minus(each), expected);
      expect([decimalText(sum.total), decimalText(copy.total)]).toEqual([decimalText(expected), decimalText(left)]);
    }),
  );
});

test("one addend may go into several sums, of different places", () => {
  const [coarse, fine] = [new RunningSum(), new RunningSum()];
  fine.add(exactDecimal("1e-25"));
  const addend = exactDecimal("-0.5");
  coarse.add(addend);
  fine.add(addend);
  coarse.add(addend);
  expect([decimalText(coarse.total), decimalText(fine.total)]).toEqual(["-1", "-0.4999999999999999999999999"]);
});

test("a sum of nothing is zero without a sign", () => {
  const sum = new RunningSum();
  sum.add(exactDecimal("-1.5"));
  sum.add(exactDecimal("1.5"));
  expect([new RunningSum().total.eq(zero), decimalText(sum.total)]).toEqual([true, "0"]);
});
