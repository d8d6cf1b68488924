import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText, longestCell } from "./cell-text.js";
import { createLongTexts, partsOf } from "./long-texts.js";

const piece = fc.constantFrom("a", "\0", "😀", "_x0000_", "\r", "क", "_", "x");
const longText = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .chain((pieces) => fc.integer({ min: 1, max: 4000 }).map((times) => pieces.join("").repeat(times)));

test("the parts of a text fit into cells, stand by themselves, and give the text", () => {
  fc.assert(
    fc.property(longText, (text) => {
      const parts = [...partsOf(cellText(text))];
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(longestCell);
        expect(part).not.toMatch(/[\ud800-\udbff]$/);
      }
      // Not toBe, whose report of a difference would be endless.
      expect(parts.map(unescapedText).join("") === text).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("what stands in the cell is the beginning of the text, and says where the whole is", () => {
  const { keep, texts } = createLongTexts();
  const text = cellText("\0".repeat(40_000));
  const cell = keep(text);
  expect(cell.length).toBeLessThanOrEqual(longestCell);
  expect(cell).toMatch(/^(_x0000_)+… \(cut; the whole text is number 1 on the sheet Long texts\)$/);
  expect(texts).toEqual([text]);
});

/** What a reader makes of a cell's text (ECMA-376, ST_Xstring). */
function unescapedText(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
