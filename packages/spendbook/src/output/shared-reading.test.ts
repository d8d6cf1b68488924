import fc from "fast-check";
import { expect, test } from "vitest";
import { shareReading } from "./shared-reading.js";

const batchSize = 200;

/** Counts from 0 in batches, and its readings. */
function createNumbers(length: number, failAt = Number.POSITIVE_INFINITY) {
  const state = { begun: 0, open: 0, given: 0 };
  async function* read() {
    state.begun += 1;
    state.open += 1;
    try {
      for (let first = 0; first < length; first += batchSize) {
        if (first >= failAt) throw new Error("the ledger is gone");
        const size = Math.min(batchSize, length - first);
        state.given += size;
        yield Array.from({ length: size }, (_, index) => first + index);
        // Nothing may be found where all that was read belongs to other months.
        yield [];
      }
    } finally {
      state.open -= 1;
    }
  }
  return { state, read };
}

/** How far a task reads in each of its readings; it may fail after them. */
const task = fc.record({ readings: fc.array(fc.nat(1200), { maxLength: 3 }), pause: fc.boolean() });

test("every task reads all it wants, in as many readings as the task that reads the most often", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(900), fc.array(task, { minLength: 1, maxLength: 5 }), async (length, tasks) => {
      const { state, read } = createNumbers(length);
      const shared = shareReading(read);
      const done = tasks.map(({ readings, pause }) =>
        shared.run(async (items) => {
          const all: number[][] = [];
          for (const wanted of readings) {
            if (pause) await new Promise(setImmediate);
            const own: number[] = [];
            for await (const number of items()) {
              own.push(number);
              if (own.length > wanted) break;
            }
            all.push(own);
          }
          return all;
        }),
      );
      for (const [index, all] of (await Promise.all(done)).entries())
        for (const [number, own] of all.entries()) {
          const wanted = tasks[index]?.readings[number] ?? 0;
          expect(own).toEqual(Array.from({ length: Math.min(length, wanted + 1) }, (_, each) => each));
        }
      expect(state.begun).toBe(Math.max(...tasks.map(({ readings }) => readings.length)));
      expect(state.open).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test("nothing is read further than a batch ahead of the slowest", async () => {
  const { state, read } = createNumbers(5000);
  const shared = shareReading(read);
  let goOn = () => {};
  const stopped = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const fast = shared.run(async (items) => {
    for await (const _ of items());
  });
  const slow = shared.run(async (items) => {
    for await (const number of items()) if (number === 10) await stopped;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(state.given).toBeLessThanOrEqual(200);
  goOn();
  await Promise.all([fast, slow]);
  expect(state).toEqual({ begun: 1, open: 0, given: 5000 });
});

test("where one task fails the others fail with its error at their next items, and the reading is ended", async () => {
  const { state, read } = createNumbers(5000);
  const shared = shareReading(read);
  const failing = shared.run(async (items) => {
    for await (const number of items()) if (number === 300) throw new Error("the disk is full");
  });
  const reading = shared.run(async (items) => {
    for await (const _ of items());
  });
  const waiting = shared.run(async (items) => {
    for await (const _ of items()) break;
    for await (const _ of items());
  });
  const settled = await Promise.allSettled([failing, reading, waiting]);
  for (const each of settled) expect(each).toMatchObject({ reason: { message: "the disk is full" } });
  expect(state).toMatchObject({ begun: 1, open: 0 });
});

test("failing items fail every reader", async () => {
  const { state, read } = createNumbers(5000, 400);
  const shared = shareReading(read);
  const tasks = [1, 2].map(() =>
    shared.run(async (items) => {
      for await (const _ of items());
    }),
  );
  for (const each of await Promise.allSettled(tasks))
    expect(each).toMatchObject({ reason: { message: "the ledger is gone" } });
  expect(state.open).toBe(0);
});

test("a task that ends in the middle of a reading keeps nobody waiting", async () => {
  const { state, read } = createNumbers(1000);
  const shared = shareReading(read);
  const leaving = shared.run(async (items) => (await items()[Symbol.asyncIterator]().next()).value);
  const reading = shared.run(async (items) => {
    let count = 0;
    for await (const _ of items()) count += 1;
    return count;
  });
  expect(await Promise.all([leaving, reading])).toEqual([0, 1000]);
  expect(state).toMatchObject({ begun: 1, open: 0 });
});
