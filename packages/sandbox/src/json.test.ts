import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonNumber, printJson } from "./json.js";

test("a number is printed with its own digits", () => {
  const row = { amount: new JsonNumber("100.00"), more: [new JsonNumber("-15.50"), null, undefined], none: undefined };
  expect(printJson({ row })).toBe('{"row":{"amount":100.00,"more":[-15.50,null,null]}}');
});

test("everything else is printed as JSON.stringify prints it", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => printJson(value) === JSON.stringify(value)));
});

test.each(["", "1.", "01", "1e3", "NaN", "1 "])("%j are no digits of a number", (digits) => {
  expect(() => new JsonNumber(digits)).toThrow(TypeError);
});
