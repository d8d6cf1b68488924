import { expect, it } from "vitest";
import type { Query, Snapshot } from "./database.js";
import type { ReadLots } from "./lot-query.js";
import { readRecords } from "./read-records.js";

it("refuses records that a database gives out of order", async () => {
  const row = (id: string, occurredAt: number) => [1, id, occurredAt, 1, 1, "0", 0, 0] as const;
  const snapshot: Snapshot = {
    query: (async () => []) as Query,
    lots: async function* () {
      yield { rows: [row("a", 1), row("b", 3)], bodies: [{}, {}] };
      yield { rows: [row("c", 2)], bodies: [{}] };
    } as unknown as ReadLots,
    release: async () => {},
  };
  const reading = readRecords(snapshot, { id: 1, provider: "p", account: "a" }, "values");
  expect((await reading.next()).value).toHaveLength(1);
  await expect(reading.next()).rejects.toMatchObject({ code: "ledger_failed" });
});
