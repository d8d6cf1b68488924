import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalValue } from "./decimal-value.js";
import { dateValue, instantValue } from "./instant-value.js";

describe("a decimal", () => {
  test.each([
    ["0", 0n],
    ["1", 10n ** 18n],
    ["-12.5", -125n * 10n ** 17n],
    ["0.000000000000000001", 1n],
    ["-99999999999999999999.999999999999999999", -(10n ** 38n - 1n)],
    ["1.5000000000000000000000", 15n * 10n ** 17n],
    ["007.10", 71n * 10n ** 17n],
  ])("%s is a whole number of the last place", (text, value) => {
    expect(decimalValue(text)).toBe(value);
  });

  test.each([["0.0000000000000000001"], ["100000000000000000000"], ["1e5"], ["1,5"], [""], ["-"], [null]])(
    "%s does not fit",
    (text) => {
      expect(decimalValue(text)).toBeNull();
    },
  );

  test("any that fits keeps every digit", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n), (units) => {
        const digits = (units < 0n ? -units : units).toString().padStart(19, "0");
        expect(decimalValue(`${units < 0n ? "-" : ""}${digits.slice(0, -18)}.${digits.slice(-18)}`)).toBe(units);
      }),
    );
  });
});

describe("an instant", () => {
  test.each([
    ["1970-01-01T00:00:00Z", 0n],
    ["2026-10-31T23:59:59.999999Z", 1_793_491_199_999_999n],
    ["2026-10-31T23:59:59.5Z", 1_793_491_199_500_000n],
    ["2026-10-31T23:59:59.500000000Z", 1_793_491_199_500_000n],
    ["1969-12-31T23:59:59.000001Z", -999_999n],
  ])("%s is counted in microseconds", (instant, value) => {
    expect(instantValue(instant)).toBe(value);
  });

  test.each([["2026-10-31T23:59:59.1234567Z"], ["2026-10-31"], [null]])("%s is not", (instant) => {
    expect(instantValue(instant)).toBeNull();
  });
});

test("a date is counted in days", () => {
  expect(["1970-01-01", "1969-12-31", "2026-10-31"].map(dateValue)).toEqual([0, -1, 20_757]);
});
