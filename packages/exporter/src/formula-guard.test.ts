import fc from "fast-check";
import { expect, test } from "vitest";
import { guardText, unguardText } from "./formula-guard.js";

const live = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x"];
const hidden = [" =1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\u202e=1", "\u0001=1", "  \u2060@x"];
const guarded = ["'=1", "''+1", "' =1"];

test.each([...live, ...hidden, ...guarded])("%j is guarded", (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test.each(["plain", "'quoted'", "", "1-2", "a=b", "क=ख", "😀=", "'"])("%j is left as it is", (text) => {
  expect(guardText(text)).toBe(text);
  expect(unguardText(text)).toBe(text);
});

test("the guard can be taken off every text, guarded or not", () => {
  const sign = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", " ", "\u200b", "a");
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: sign }));
  fc.assert(
    fc.property(text, (each) => {
      expect(unguardText(guardText(each))).toBe(each);
    }),
    { numRuns: 2000 },
  );
});
