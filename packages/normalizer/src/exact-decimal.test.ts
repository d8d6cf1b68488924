import Big from "big.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { exactDecimal, timesPowerOfTen } from "./exact-decimal.js";
import { MoneyError } from "./money-error.js";

const partsOf = ({ s, e, c }: Big) => ({ s, e, c });

/** Decimals in every notation, and texts that come near to one. */
const text = fc.oneof(
  fc.stringMatching(/^-?\d{0,25}\.?\d{0,25}$/),
  fc.stringMatching(/^-?0{0,3}\d{0,3}0{0,3}\.?0{0,3}\d{0,3}0{0,3}$/),
  fc.stringMatching(/^-?\d{1,3}(?:\.\d{0,3})?[eE][+-]?[0-4]?\d$/),
  fc.stringMatching(/^[-+.\d e]{0,6}$/),
);

it("reads a text as big.js does, to the last part, and refuses what big.js refuses", () => {
  fc.assert(
    fc.property(text, (text) => {
      let expected: Big;
      try {
        expected = new Big(text);
      } catch {
        expect(() => exactDecimal(text)).toThrow(MoneyError);
        return;
      }
      expect(partsOf(exactDecimal(text))).toEqual(partsOf(expected));
    }),
    { numRuns: 2000 },
  );
});

it("reads a number as big.js reads its shortest text", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
    fc.maxSafeInteger(),
    fc.tuple(fc.integer(), fc.nat({ max: 12 })).map(([units, places]) => units / 10 ** places),
  );
  fc.assert(
    fc.property(number, (value) => {
      expect(partsOf(exactDecimal(value))).toEqual(partsOf(new Big(String(value))));
    }),
    { numRuns: 2000 },
  );
});

it("moves the point as a multiplication does", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: -20, max: 20 }), (value, exponent) => {
      const decimal = exactDecimal(value);
      const expected = decimal.times(`1e${exponent}`);
      const product = timesPowerOfTen(decimal, exponent);
      expect([product.toFixed(), product.eq(expected)]).toEqual([expected.toFixed(), true]);
    }),
  );
});
