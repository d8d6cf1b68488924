import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberSet } from "./number-set.js";

it("counts each number once, however often and in whatever order it is added", () => {
  const number = fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 100_000 }), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
      const set = new NumberSet();
      for (const [index, each] of numbers.entries()) {
        set.add(each);
        expect(set.size).toBe(new Set(numbers.slice(0, index + 1)).size);
      }
    }),
  );
});
