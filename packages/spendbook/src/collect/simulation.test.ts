import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryLedger } from "./__fixtures__/memory-run.js";
import { type Happening, SimulatedProvider, type SimulatedRow, type Wire } from "./__fixtures__/simulated-provider.js";
import { wires } from "./__fixtures__/wires.js";
import { type AccountState, type Collection, collectAccount } from "./collect-account.js";
import { collectionLimits } from "./collection-limits.js";
import { createFeed } from "./create-feed.js";

const runs = Number(process.env.SPENDBOOK_SIMULATIONS ?? 1000);
const start = Date.UTC(2026, 9, 15);
const hour = 3_600_000;

const happenings = fc.array(
  fc.record<Happening>({
    request: fc.integer({ min: 1, max: 60 }),
    kind: fc.constantFrom(
      "arrival",
      "late arrival",
      "re-billing",
      "removal",
      "wrong count",
      "hidden row",
      "empty page",
      "429",
      "500",
      "cut off",
      "reset",
      "not json",
    ),
    pick: fc.nat(),
  }),
  { maxLength: 12 },
);

/** One run of the collector against the provider, as the next day's cron job would make it. */
async function collect(provider: SimulatedProvider, ledger: MemoryLedger): Promise<Collection> {
  const feed = createFeed(provider.wire.account, {
    apiKey: "simulated-key",
    signal: new AbortController().signal,
    fetch: provider.fetch,
    onAttempt: () => {},
    begunAt: new Date(provider.now),
    sleep: async (duration) => {
      provider.now += duration;
    },
  });
  const options = {
    now: () => new Date(provider.now),
    limits: { ...collectionLimits, sleep: async () => {} },
    onPage: () => {},
  };
  const collection = await collectAccount(ledger.run(), feed, (ledger.cursor ?? {}) as never as AccountState, options);
  ledger.cursor = collection.state as never;
  return collection;
}

/** The newest state of every record in the ledger, by endpoint and id. */
function held(ledger: MemoryLedger): Map<string, number> {
  return new Map(
    [...ledger.records.values()].map(({ endpoint, sourceId, bodies }) => {
      const body = JSON.parse(bodies.at(-1) ?? "") as Record<string, unknown>;
      const amount = body.amount_usd ?? body.amount_micro_dollars ?? body.credit_amount ?? body.price;
      return [`${endpoint} ${sourceId}`, Number(amount)];
    }),
  );
}

/** What the ledger must hold at the end: every row, once for each of the provider's lists. */
function truth(rows: readonly SimulatedRow[], endpoints: ReadonlySet<string>): Map<string, number> {
  return new Map(
    [...endpoints].flatMap((endpoint) => rows.map((row) => [`${endpoint} ${row.id}`, row.amount] as const)),
  );
}

const endpoints = (wire: Wire) =>
  new Set(
    createFeed(wire.account, {
      apiKey: "k",
      signal: new AbortController().signal,
      fetch: async () => new Response(),
      begunAt: new Date(start),
      onAttempt: () => {},
    }).lists.map((list) => list.endpoint),
  );

const sorted = (map: Map<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(Object.entries(wires))("a live feed of %s", (_name, wire) => {
  test("never fools the collector: the ledger is the provider's truth, or the account is called partial", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 450 }), happenings, fc.boolean(), async (count, moving, settled) => {
        const provider = new SimulatedProvider(wire, start, count, moving, settled);
        const ledger = new MemoryLedger();
        const before = [...provider.rows];
        const first = await collect(provider, ledger);
        if (first.reasons.length === 0) {
          // Complete: whatever was there when it began and did not move since stands in the ledger as it is.
          const found = held(ledger);
          const still = provider.rows.filter((row) => before.includes(row) && row.changedAt < start);
          for (const [key, amount] of truth(still, endpoints(wire)))
            expect([key, found.get(key)]).toEqual([key, amount]);
        }
        provider.rest();
        // Without a count, a removal is found only when the list is next read from end to end.
        provider.now += wire.isCounted ? 24 * hour : 28 * 24 * hour;
        const second = await collect(provider, ledger);
        if (second.reasons.length === 0)
          expect(sorted(held(ledger))).toEqual(sorted(truth(provider.rows, endpoints(wire))));
        // Nothing moves any more: only a record that the provider no longer lists can be in the way.
        else expect(second.reasons.join()).toMatch(/no longer listed/);
      }),
      { numRuns: runs, seed: 20261121 },
    );
  });

  test("that stands still costs a handful of requests a day, and needs no second reading", async () => {
    const provider = new SimulatedProvider(wire, start, 1234, [], true);
    const ledger = new MemoryLedger();
    expect((await collect(provider, ledger)).reasons).toEqual([]);
    provider.now += 24 * hour;
    provider.requests = 0;
    expect((await collect(provider, ledger)).reasons).toEqual([]);
    expect(provider.requests).toBeLessThanOrEqual(8);
    expect(sorted(held(ledger))).toEqual(sorted(truth(provider.rows, endpoints(wire))));
  });
});
