import fc from "fast-check";
import { expect, it } from "vitest";
import { flatten } from "./flatten.js";

async function* lotsOf(lots: readonly (readonly number[])[], onEnd: () => void = () => {}) {
  try {
    yield* lots;
  } finally {
    onEnd();
  }
}

it("gives the items of all lots in their order, the empty ones too", async () => {
  const lots = fc.array(fc.array(fc.integer()));
  await fc.assert(
    fc.asyncProperty(lots, async (some) => {
      const items: number[] = [];
      for await (const item of flatten(lotsOf(some))) items.push(item);
      expect(items).toEqual(some.flat());
    }),
  );
});

it("answers calls that overlap in their order", async () => {
  const items = flatten(lotsOf([[1, 2], [], [3]]));
  const answers = await Promise.all(Array.from({ length: 5 }, () => items.next()));
  expect(answers.map(({ value, done }) => (done === true ? "end" : value))).toEqual([1, 2, 3, "end", "end"]);
});

it("ends the lots when it is given up, begun or not, and gives nothing after that", async () => {
  let ends = 0;
  const given = flatten(lotsOf([[1, 2]], () => (ends += 1)));
  for await (const item of given) if (item === 1) break;
  expect(ends).toBe(1);
  expect(await given.next()).toEqual({ value: undefined, done: true });
  const unused = flatten(lotsOf([[1]]));
  await unused.return?.();
  expect(await unused.next()).toEqual({ value: undefined, done: true });
});

it("throws what the lots throw, once, and has then ended", async () => {
  const failing = flatten(
    (async function* () {
      yield [1];
      throw new Error("cut off");
    })(),
  );
  expect(await failing.next()).toEqual({ value: 1, done: false });
  await expect(failing.next()).rejects.toThrow("cut off");
  expect(await failing.next()).toEqual({ value: undefined, done: true });
});
