import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decimalText } from "./decimal-text.js";
import { type Money, money } from "./money.js";
import { add, compare, isZero, multiply, negate, subtract, sum } from "./money-arithmetic.js";
import { CurrencyMismatchError, MoneyError } from "./money-error.js";
import { NormalizerError } from "./normalizer-error.js";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => ({ units, places, text: fixed(units, places) }));

/** An independent way to write units ÷ 10^places. */
function fixed(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? "-" : ""}${whole}${places > 0 ? `.${digits.slice(-places)}` : ""}`;
}

/** Plain notation as decimalText promises it. */
function plain(text: string): string {
  const short = text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
  return short === "-0" ? "0" : short;
}

describe("money", () => {
  it("keeps every digit of a decimal text", () => {
    fc.assert(
      fc.property(decimal, ({ text }) => {
        expect(decimalText(money(text, "USD"))).toBe(plain(text));
      }),
    );
  });

  it("takes a number by its shortest round-trip text", () => {
    expect(decimalText(money(0.1, "USD"))).toBe("0.1");
    expect(decimalText(money(1e-7, "USD"))).toBe("0.0000001");
    expect(decimalText(money(-0, "USD"))).toBe("0");
    expect(decimalText(money(12.340000000000002, "USD"))).toBe("12.340000000000002");
    expect(decimalText(money(Number.MAX_SAFE_INTEGER, "USD"))).toBe("9007199254740991");
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    "",
    " 1",
    "1,5",
    "0x10",
    "NaN",
    "1e999999999",
    "1e-999999999",
    "+1",
  ])("refuses %s as an amount", (value) => {
    expect(() => money(value, "USD")).toThrow(expect.objectContaining({ code: "invalid_decimal" }));
  });

  it.each(["usd", "US", "USDC", "", "U5D"])("refuses %j as a currency", (currency) => {
    expect(() => money("1", currency)).toThrow(expect.objectContaining({ code: "invalid_currency" }));
  });

  it("adds and subtracts like scaled integers", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const scale = 12n;
        const left = a.units * 10n ** (scale - BigInt(a.places));
        const right = b.units * 10n ** (scale - BigInt(b.places));
        const [x, y] = [money(a.text, "USD"), money(b.text, "USD")];
        expect(decimalText(add(x, y))).toBe(plain(fixed(left + right, 12)));
        expect(decimalText(subtract(x, y))).toBe(plain(fixed(left - right, 12)));
        expect(compare(x, y)).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(decimalText(negate(x))).toBe(plain(fixed(-left, 12)));
      }),
    );
  });

  it("multiplies exactly", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const product = multiply(money(a.text, "USD"), b.text);
        expect(decimalText(product)).toBe(plain(fixed(a.units * b.units, a.places + b.places)));
      }),
    );
  });

  it("sums nothing to zero of the stated currency", () => {
    const nothing = sum([], "JPY");
    expect(isZero(nothing)).toBe(true);
    expect(nothing.currency).toBe("JPY");
  });

  it("writes the negation of zero without a sign", () => {
    expect(decimalText(negate(money("0", "USD")))).toBe("0");
    expect(negate(money("0", "USD")).amount.s).toBe(1);
  });

  it("neither compiles nor runs across currencies", () => {
    const dollars = money("1", "USD");
    const euros = money("1", "EUR");
    expectTypeOf(dollars).toEqualTypeOf<Money<"USD">>();
    // @ts-expect-error dollars and euros do not add
    expect(() => add(dollars, euros)).toThrow(CurrencyMismatchError);
    // @ts-expect-error nor subtract
    expect(() => subtract(dollars, euros)).toThrow("cannot combine USD with EUR");
    // @ts-expect-error nor compare
    expect(() => compare(dollars, euros)).toThrow(CurrencyMismatchError);
    // @ts-expect-error nor sum
    expect(() => sum([dollars, euros], "USD")).toThrow(CurrencyMismatchError);
    // @ts-expect-error an amount of unknown currency is not dollars
    const typed: Money<"USD"> = money("1", "USD" as string);
    expect(typed.currency).toBe("USD");
  });

  it("marks its errors so that another copy of the package recognises them", () => {
    const error: unknown = new MoneyError("invalid_decimal", "no");
    expect(NormalizerError.isInstance(error)).toBe(true);
    expect(NormalizerError.isInstance(new Error("no"))).toBe(false);
    expect(Symbol.for("spendbook.normalizer-error") in (error as object)).toBe(true);
  });

  it("adds a million amounts in well under a second", () => {
    const cent = money("0.010001", "USD");
    const started = performance.now();
    let total = money("0", "USD");
    for (let count = 0; count < 1_000_000; count += 1) total = add(total, cent);
    expect(decimalText(total)).toBe("10001");
    // About 0.3 s on two slow cores; the bound leaves room for a busy machine.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
