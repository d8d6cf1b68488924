import fc from "fast-check";
import { expect, test } from "vitest";
import { collectionLimits } from "./collection-limits.js";
import type { FeedList } from "./feed.js";
import { ListReader } from "./list-reader.js";

test("the page to resume at never lies behind one that is not filed yet, however the answers overtake one another", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat({ max: 6 }), { minLength: 60, maxLength: 60 }),
      async (pages, concurrency, delays) => {
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
        const store = {
          async file(records: readonly { sourceId: string }[], resumeAt: number) {
            for (const { sourceId } of records) filed.add(Number(sourceId));
            let missing = 0;
            while (filed.has(missing)) missing += 1;
            expect(resumeAt).toBeLessThanOrEqual(missing);
            return records.map(() => "unchanged" as const);
          },
          count: async () => filed.size,
        };
        const clock = { startedAt: Date.now(), now: Date.now };
        const pass = await new ListReader(list, store, clock, { ...collectionLimits, concurrency }).pass(null);
        expect(pass).toMatchObject({ seen: pages, countAgrees: true });
      },
    ),
    { numRuns: 150 },
  );
});
