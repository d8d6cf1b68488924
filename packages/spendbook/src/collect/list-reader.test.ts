import fc from "fast-check";
import { expect, test } from "vitest";
import { collectionLimits } from "./collection-limits.js";
import type { FeedList } from "./feed.js";
import { ListReader } from "./list-reader.js";
import type { ListStore } from "./list-store.js";

test("the page to resume at never lies behind one that is not filed, however the answers overtake one another and whichever page cannot be filed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat({ max: 6 }), { minLength: 60, maxLength: 60 }),
      fc.option(fc.nat({ max: 59 })),
      fc.array(fc.nat({ max: 9 }), { minLength: 60, maxLength: 60 }),
      async (pages, concurrency, delays, failing, writing) => {
        const list: FeedList = {
          endpoint: "GET /x",
          key: "x",
          wallet: null,
          pageSize: 1,
          reading: "whole",
          absentCodes: [],
          page: async (index) => {
            for (let turn = delays[index] ?? 0; turn > 0; turn -= 1) await new Promise(setImmediate);
            const record = {
              wallet: "w",
              sourceId: String(index),
              occurredAt: "2026-10-01T00:00:00.000Z",
              body: {},
              settled: true,
            };
            return { records: [record], total: pages, more: index + 1 < pages };
          },
        };
        const filed = new Set<number>();
        const write = async (index: number, resumeAt: number) => {
          for (let turn = writing[index] ?? 0; turn > 0; turn -= 1) await new Promise(setImmediate);
          if (index === failing) throw new Error("the disk is full");
          filed.add(index);
          let missing = 0;
          while (filed.has(missing)) missing += 1;
          expect(resumeAt).toBeLessThanOrEqual(missing);
          return { filings: ["unchanged" as const], ids: [index] };
        };
        // Pages are written one after the other, as they are given.
        let last: Promise<unknown> = Promise.resolve();
        const store: ListStore = {
          file(records, resumeAt) {
            const written = last.then(() => write(Number(records[0]?.sourceId), resumeAt));
            last = written.catch(() => {});
            return written;
          },
          count: async () => filed.size,
        };
        const clock = { startedAt: Date.now(), now: Date.now };
        const passing = new ListReader(list, store, clock, { ...collectionLimits, concurrency }).pass(null);
        if (failing !== null && failing < pages) await expect(passing).rejects.toThrow("the disk is full");
        else expect(await passing).toMatchObject({ seen: pages, countAgrees: true });
      },
    ),
    { numRuns: 150 },
  );
});
