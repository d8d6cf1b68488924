import fc from "fast-check";
import { expect, it } from "vitest";
import { readLot, writeLot } from "./lot-text.js";

it("gives any rows back, with the JSON texts in them parsed", () => {
  const cell = fc.oneof(fc.string({ unit: "binary" }), fc.maxSafeInteger(), fc.constant(null));
  const row = fc.tuple(cell, fc.json(), cell);
  fc.assert(
    fc.property(fc.array(row), (lot) => {
      expect(readLot(writeLot(lot, 1))).toEqual(lot.map(([one, text, two]) => [one, JSON.parse(text), two]));
      expect(readLot(writeLot(lot, null))).toEqual(lot);
    }),
  );
});

it.each(["", "1,2", "1],[2", "[1", '"', "1]//"])("refuses %j among JSON texts", (text) => {
  expect(() =>
    readLot(
      writeLot(
        [
          ["a", text],
          ["b", "2"],
        ],
        1,
      ),
    ),
  ).toThrow(SyntaxError);
});

it("refuses texts that are JSON only together", () => {
  expect(() =>
    readLot(
      writeLot(
        [
          ["a", "[1"],
          ["b", "2]"],
        ],
        1,
      ),
    ),
  ).toThrow(SyntaxError);
  expect(() =>
    readLot(
      writeLot(
        [
          ["a", '"'],
          ["b", '"'],
        ],
        1,
      ),
    ),
  ).toThrow(SyntaxError);
});
