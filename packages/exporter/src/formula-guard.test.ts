import fc from "fast-check";
import { expect, test } from "vitest";
import { guardText, unguardText } from "./formula-guard.js";

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "\0=1",
  " =1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "'=1",
  "''+1",
])("%j is guarded", (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test.each(["plain", "'quoted'", "", "1-2", "a=b", "क=ख", "😀"])("%j is left as it is", (text) => {
  expect(guardText(text)).toBe(text);
});

test("the guard can be taken off every text, guarded or not", () => {
  const signs = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", " ", "a");
  const text = fc.oneof(fc.string(), fc.string({ unit: signs }));
  fc.assert(
    fc.property(text, (each) => {
      expect(unguardText(guardText(each))).toBe(each);
    }),
    { numRuns: 5000 },
  );
});
