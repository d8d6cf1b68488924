import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNanos, multiplyNanos, nanos } from "./nanos.js";

test.each([
  ["0", 0n, "0"],
  ["100.00", 100_000_000_000n, "100"],
  ["-15.50", -15_500_000_000n, "-15.5"],
  ["0.000123", 123_000n, "0.000123"],
  ["-0.000000001", -1n, "-0.000000001"],
])("%s is read and printed exactly", (text, value, printed) => {
  expect(nanos(text)).toBe(value);
  expect(formatNanos(value)).toBe(printed);
});

test("amounts are printed with as many decimals as are asked for, or more", () => {
  expect(formatNanos(nanos("100"), 2)).toBe("100.00");
  expect(formatNanos(nanos("-15.5"), 2)).toBe("-15.50");
  expect(formatNanos(nanos("0.0243"), 2)).toBe("0.0243");
});

test("whatever is printed is read back", () => {
  fc.assert(fc.property(fc.bigInt(), (value) => nanos(formatNanos(value)) === value));
});

test("a product is exact or refused", () => {
  expect(multiplyNanos(nanos("0.0123"), nanos("0.01"))).toBe(nanos("0.000123"));
  expect(() => multiplyNanos(nanos("0.00001"), nanos("0.00001"))).toThrow(RangeError);
});

test.each(["", "1.", ".5", "1e3", "1.0000000001", "0x1", "--1"])("%j is no amount", (text) => {
  expect(() => nanos(text)).toThrow(TypeError);
});
