import BigConstructor from "big.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decimalText } from "./decimal-text.js";
import { money } from "./money.js";
import { divide, type RoundingMode, round } from "./rounding.js";

const modes: readonly RoundingMode[] = ["half-even", "half-up", "down", "up", "floor", "ceiling"];

describe("round", () => {
  it.each([
    // value, half-even, half-up, down, up, floor, ceiling
    ["2.345", "2.34", "2.35", "2.34", "2.35", "2.34", "2.35"],
    ["2.355", "2.36", "2.36", "2.35", "2.36", "2.35", "2.36"],
    ["-2.345", "-2.34", "-2.35", "-2.34", "-2.35", "-2.35", "-2.34"],
    ["-0.001", "0", "0", "0", "-0.01", "-0.01", "0"],
    ["1.5", "1.5", "1.5", "1.5", "1.5", "1.5", "1.5"],
  ])("takes %s by the rule's name", (value, ...expected) => {
    expect(modes.map((mode) => decimalText(round(money(value, "USD"), 2, mode)))).toEqual(expected);
  });

  it("has no default mode", () => {
    // @ts-expect-error the mode must be named
    expect(() => round(money("1.005", "USD"), 2)).toThrow("is not a rounding mode");
    expectTypeOf(round).parameter(2).toEqualTypeOf<RoundingMode>();
  });

  it.each([-1, 1.5, 61, Number.NaN])("refuses %s places", (places) => {
    expect(() => round(money("1", "USD"), places, "down")).toThrow(expect.objectContaining({ code: "invalid_places" }));
  });
});

describe("divide", () => {
  it("rounds an exact quotient once, as scaled integers do", () => {
    const integers = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const divisors = integers.filter((by) => by !== 0n);
    fc.assert(
      fc.property(integers, divisors, fc.constantFrom(...modes), (amount, by, mode) => {
        const quotient = divide(money(amount.toString(), "USD"), by.toString(), 4, mode);
        expect(decimalText(quotient)).toBe(
          decimalText(money(`${divideIntegers(amount * 10_000n, by, mode)}e-4`, "USD")),
        );
      }),
    );
  });

  it("refuses to divide by zero", () => {
    expect(() => divide(money("1", "USD"), "0", 2, "down")).toThrow(
      expect.objectContaining({ code: "division_by_zero" }),
    );
  });

  it("leaves the settings of big.js alone", () => {
    divide(money("1", "USD"), "3", 7, "ceiling");
    expect([BigConstructor.DP, BigConstructor.RM, BigConstructor.strict]).toEqual([20, 1, false]);
  });
});

function divideIntegers(a: bigint, b: bigint, mode: RoundingMode): bigint {
  const sign = a < 0n !== b < 0n ? -1n : 1n;
  const [n, d] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const [quotient, twice] = [n / d, 2n * (n % d)];
  const awayFromZero = {
    "half-even": twice > d || (twice === d && quotient % 2n === 1n),
    "half-up": twice >= d,
    down: false,
    up: twice > 0n,
    floor: twice > 0n && sign < 0n,
    ceiling: twice > 0n && sign > 0n,
  }[mode];
  return sign * (quotient + (awayFromZero ? 1n : 0n));
}
