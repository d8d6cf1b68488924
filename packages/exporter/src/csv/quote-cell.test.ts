import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { hostileTexts } from "../__fixtures__/statement.js";
import { quoteCell } from "./quote-cell.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(",", ";", "\t", '"', " ", "\r", "\n", "\ufeff", "'", "a", "é", "\u2028") }),
  fc.constantFrom(...hostileTexts),
);

test("cells are quoted as papaparse quotes them, whose parser gives them back", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2 }), fc.constantFrom(",", ";", "\t"), (cells, delimiter) => {
      const row = cells.map((cell) => quoteCell(cell, delimiter)).join(delimiter);
      expect(row).toBe(Papa.unparse([cells], { delimiter }));
      expect(Papa.parse(`${row}\n`, { delimiter, newline: "\n" }).data[0]).toEqual(cells);
    }),
    { numRuns: 2000 },
  );
});
