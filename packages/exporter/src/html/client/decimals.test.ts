import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalOf } from "../../__fixtures__/statement.js";
import { compareDecimals } from "./compare-decimals.js";
import { sumDecimals } from "./sum-decimals.js";

const micros = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
/** The decimal text of millionths without zeros that say nothing, as lines have it. */
const canonical = (value: bigint) => decimalOf(value).replace(/\.?0+$/, "");

test("decimals compare as the numbers that they are, beyond what a double holds", () => {
  fc.assert(
    fc.property(micros, micros, (a, b) => {
      expect(Math.sign(compareDecimals(canonical(a), canonical(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: -2000n, max: 2000n }), fc.bigInt({ min: -2000n, max: 2000n }), (a, b) => {
      const [left, right] = [canonical(a * 100_000n), canonical(b * 100_000n)];
      expect(Math.sign(compareDecimals(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test("decimals sum to the last digit", () => {
  fc.assert(
    fc.property(fc.array(micros), (values) => {
      const total = values.reduce((sum, value) => sum + value, 0n);
      expect(sumDecimals(values.map(canonical))).toBe(canonical(total));
    }),
  );
  expect(sumDecimals([])).toBe("0");
  expect(sumDecimals(["-0.1", "-0.2"])).toBe("-0.3");
});
