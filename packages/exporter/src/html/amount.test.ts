import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalOf } from "../__fixtures__/statement.js";
import { textOf } from "./__fixtures__/text-of.js";
import { amountView, placesOf } from "./amount.js";
import { renderHtml } from "./render-html.js";

test("what is copied of an amount is its exact text, whatever is drawn around it", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 12 }),
      (micros, places) => {
        expect(textOf(amountView(decimalOf(micros), places))).toBe(decimalOf(micros));
      },
    ),
  );
});

test("thousands are divided, digits after cents are paler, and cents are filled up, all of it by the style sheet", () => {
  expect(renderHtml(amountView("-1234567.891", 6))).toBe(
    '<span class="amount"><span class="minus">-</span>1<span class="group">234</span><span class="group">567</span>' +
      '<span class="places places-6">.89<span class="fine">1</span></span></span>',
  );
  expect(renderHtml(amountView("7.5", 2))).toContain('class="places places-2 zeros-1">.5<');
  expect(renderHtml(amountView("0", 2))).toBe(
    '<span class="amount zero">0<span class="places places-2 zeros-2"></span></span>',
  );
});

test("an unknown amount is said to be unknown, and is no nought", () => {
  expect(textOf(amountView(null))).toBe("not known");
});

test("a column has room for its longest fraction, for cents where there is one, and for nothing where there is none", () => {
  expect(placesOf(["1", null, "2"])).toBe(0);
  expect(placesOf(["1.5"])).toBe(2);
  expect(placesOf(["1.5", "-0.000001"])).toBe(6);
  expect(placesOf([`0.${"1".repeat(40)}`])).toBe(12);
});
