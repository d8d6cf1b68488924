import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { eachBounded } from "./each-bounded.js";

it("does every task and its sequel once, no more of either at once than it may, and waits for all of them", async () => {
  const delays = fc.array(fc.record({ task: fc.nat({ max: 4 }), sequel: fc.nat({ max: 40 }) }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (delays, concurrency) => {
      const underWay = { task: 0, sequel: 0 };
      const done: number[] = [];
      const run = async (kind: "task" | "sequel", index: number) => {
        underWay[kind] += 1;
        expect(underWay[kind]).toBeLessThanOrEqual(kind === "task" ? concurrency : concurrency * 4);
        for (let left = delays[index]?.[kind] ?? 0; left > 0; left -= 1) await turn();
        underWay[kind] -= 1;
      };
      await eachBounded(0, delays.length - 1, concurrency, async (index) => {
        await run("task", index);
        return async () => {
          await run("sequel", index);
          done.push(index);
        };
      });
      expect(underWay).toEqual({ task: 0, sequel: 0 });
      expect(done.sort((a, b) => a - b)).toEqual(delays.map((_, index) => index));
    }),
  );
});

it("begins a task while the sequel of the one before is under way", async () => {
  let isSecondBegun = () => {};
  const secondBegun = new Promise<void>((resolve) => {
    isSecondBegun = resolve;
  });
  await eachBounded(1, 2, 1, async (index) => {
    if (index === 2) isSecondBegun();
    return () => secondBegun;
  });
});

it("throws a sequel's failure before a task's, once all that was begun has ended, and begins nothing after it", async () => {
  const ended: string[] = [];
  const failing = eachBounded(1, 9, 2, async (index) => {
    if (index === 2) throw new Error("task 2");
    await turn();
    return async () => {
      for (let left = 3; left > 0; left -= 1) await turn();
      ended.push(`sequel ${index}`);
      throw new Error(`sequel ${index}`);
    };
  });
  await expect(failing).rejects.toThrow("sequel 1");
  expect(ended).toEqual(["sequel 1"]);
});
