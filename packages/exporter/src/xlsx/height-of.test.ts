import { expect, test } from "vitest";
import { writtenCell } from "./cells.js";
import { heightOf } from "./height-of.js";
import { styles } from "./styles.js";

test.each([
  ["short", undefined],
  ["x".repeat(100), 45],
  ["a\nb", 30],
  ["x".repeat(30_000), 409],
])("a wrapped text takes as many lines as its column is narrow", (text, height) => {
  expect(heightOf([writtenCell(text, styles.wrapped)], [{ width: 40 }])).toBe(height);
});

test("a text that is not wrapped takes one line", () => {
  expect(heightOf([writtenCell("x".repeat(100))], [{ width: 40 }])).toBeUndefined();
});
