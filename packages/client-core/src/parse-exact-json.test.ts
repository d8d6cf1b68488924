import fc from "fast-check";
import { expect, test } from "vitest";
import { InexactNumberError, parseExactJson } from "./parse-exact-json.js";

test("numbers that a double gives back keep their value and the rest of the document is untouched", () => {
  const text = '{"a":[0.04,-15.50,100.00,1e2,-0,9007199254740993e0],"s":"12345678901234567890, \\"1e999\\""}';
  expect(() => parseExactJson(text)).toThrow(InexactNumberError);
  expect(parseExactJson(text.replace("9007199254740993e0", "9007199254740992"))).toEqual({
    a: [0.04, -15.5, 100, 100, -0, 9007199254740992],
    s: '12345678901234567890, "1e999"',
  });
});

test.each([
  ["$.amount", '{"amount": 0.12345678901234567890}'],
  ["$.items[1].price", '{"items":[{"price":1},{"price":9007199254740993}]}'],
  ['$["a b"][0]', '{"a b":[1e400]}'],
  ["$.x[2]", '{"x":["[,{\\"", {"y":[1,2]}, 1e-400]}'],
  ["$", "123456789012345678901"],
  ["$", " 1e400"],
])("a number that a double cannot hold is refused with its path %s", (path, text) => {
  expect(() => parseExactJson(text)).toThrow(expect.objectContaining({ name: "InexactNumberError", path }));
});

test("malformed JSON is a syntax error", () => {
  expect(() => parseExactJson('{"a":1')).toThrow(SyntaxError);
});

test("a decimal is accepted exactly when the double's own decimal form has the same value", () => {
  const decimal = fc.tuple(
    fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: -3, max: 3 }),
  );
  fc.assert(
    fc.property(decimal, ([digits, scale, exponent]) => {
      const token = printed(digits, scale) + (exponent === 0 ? "" : `e${exponent}`);
      const held = value(String(Number(token)));
      const meant = value(token);
      const same = held.digits * 10n ** meant.scale === meant.digits * 10n ** held.scale;
      const parse = () => parseExactJson(`{"a":[true,${token}]}`);
      if (same) expect(parse()).toEqual({ a: [true, Number(token)] });
      else expect(parse).toThrow(expect.objectContaining({ path: "$.a[1]", text: token }));
    }),
    { numRuns: 5000 },
  );
});

function printed(digits: bigint, scale: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  return `${digits < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${text.slice(-scale)}`}`;
}

/** The value of a decimal text as digits / 10^scale, by whole-number arithmetic only. */
function value(text: string): { digits: bigint; scale: bigint } {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole.replace("+", "") + fraction);
  const scale = BigInt(fraction.length) - BigInt(exponent);
  return scale < 0n ? { digits: digits * 10n ** -scale, scale: 0n } : { digits, scale };
}
