import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeldByNumber } from "./is-held-by-number.js";

test.each([
  "0",
  "-0.04",
  "-123456789.123456",
  "123456789012345",
  "-999999999999999000",
  "1000000000000000000",
  "0.000000000000001",
  "0012.500",
])("%s is held", (text) => {
  expect(isHeldByNumber(text)).toBe(true);
});

test.each([
  "1234567890.123456",
  "1234567890123456",
  "0.1234567890123456",
  "-0.0000000000000001",
  "0.00000000001234567",
  "9007199254740993",
])("%s is not", (text) => {
  expect(isHeldByNumber(text)).toBe(false);
});

test("what is held comes back from a double to the last digit", () => {
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(17)).map(([digits, places]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
    const whole = text.slice(0, text.length - places);
    return `${digits < 0n ? "-" : ""}${whole}${places === 0 ? "" : `.${text.slice(-places)}`}`;
  });
  fc.assert(
    fc.property(decimal, (text) => {
      fc.pre(isHeldByNumber(text));
      // Compared as whole numbers of 10⁻²⁰; toPrecision prints the 15 digits that Excel keeps.
      expect(scaled(Number(Number(text).toPrecision(15)).toFixed(20))).toBe(scaled(text));
    }),
    { numRuns: 2000 },
  );
});

/** 15 significant digits of a text as a whole number of 10⁻²⁰. */
function scaled(text: string): bigint {
  const [whole = "", places = ""] = text.replace("-", "").split(".");
  const all = BigInt(`${whole}${places.padEnd(20, "0").slice(0, 20)}`);
  const unit = 10n ** BigInt(Math.max(0, all.toString().length - 15));
  const rounded = ((all + unit / 2n) / unit) * unit;
  return text.startsWith("-") ? -rounded : rounded;
}
