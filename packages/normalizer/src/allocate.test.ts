import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.js";
import { decimalText } from "./decimal-text.js";
import { money } from "./money.js";
import { compare, subtract, sum } from "./money-arithmetic.js";

const parts = (amount: string, weights: readonly (string | number)[], scale?: number): string[] =>
  allocate(money(amount, "USD"), weights, scale).map(decimalText);

describe("allocate", () => {
  it("gives the units left over to the largest remainders, the earlier part first", () => {
    expect(parts("100.00", [1, 1, 1], 2)).toEqual(["33.34", "33.33", "33.33"]);
    expect(parts("0.05", [7, 3], 2)).toEqual(["0.04", "0.01"]);
    expect(parts("-10", ["0.5", "0.25", "0.25"])).toEqual(["-5", "-3", "-2"]);
    expect(parts("1", [0, 5])).toEqual(["0", "1"]);
  });

  it("sums exactly to the whole, each part within one unit of its share", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }).filter((weights) => weights.some((w) => w > 0)),
        (units, extra, weights) => {
          const whole = money(`${units}e-4`, "USD");
          const split = allocate(whole, weights, 4 + extra);
          expect(compare(sum(split, "USD"), whole)).toBe(0);
          const total = weights.reduce((a, b) => a + b, 0);
          split.forEach((part, index) => {
            const share = (units * BigInt(weights[index] ?? 0) * 10n ** 12n) / BigInt(total);
            const distance = subtract(part, money(`${share}e-16`, "USD")).amount.abs();
            expect(distance.lte(`1.001e-${4 + extra}`)).toBe(true);
          });
        },
      ),
    );
  });

  it("refuses weights it cannot split by, and scales that lose digits", () => {
    expect(() => parts("1", [])).toThrow(expect.objectContaining({ code: "invalid_weights" }));
    expect(() => parts("1", [0, 0])).toThrow(expect.objectContaining({ code: "invalid_weights" }));
    expect(() => parts("1", [2, -1])).toThrow(expect.objectContaining({ code: "invalid_weights" }));
    expect(() => parts("1.23", [1, 1], 1)).toThrow(expect.objectContaining({ code: "invalid_places" }));
  });
});
