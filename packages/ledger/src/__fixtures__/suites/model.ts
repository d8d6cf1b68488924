import fc from "fast-check";
import { expect, it } from "vitest";
import type { Ledger } from "../../ledger.js";
import type { StoredRecord } from "../../record.js";
import type { Engine } from "../engine.js";
import { collect, complete, handClock, record } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

type Step =
  | {
      readonly do: "page";
      readonly records: readonly (readonly [id: string, state: number, wallet: string, hour: number])[];
    }
  | { readonly do: "clock"; readonly by: number }
  | { readonly do: "finish" | "reopen" };

const ids = fc.constantFrom("a", "b", "c", "ä", "😀", "\uff5e", "x'y", "$1");
const row = fc.tuple(ids, fc.nat(2), fc.constantFrom("w1", "w2"), fc.nat(3));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("page" as const), records: fc.array(row, { maxLength: 8 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("clock" as const), by: fc.integer({ min: -5000, max: 9000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("finish" as const, "reopen" as const) }) },
);

interface ModelRevision {
  readonly number: number;
  readonly run: number;
  readonly state: number;
  readonly first: number;
  last: number;
}

/** A ledger as plain as it can be: what each record's revisions ought to be. */
function createModel() {
  const records = new Map<string, { id: string; wallet: string; hour: number; revisions: ModelRevision[] }>();
  return {
    store(id: string, state: number, wallet: string, hour: number, run: number, now: number) {
      const known = records.get(`${wallet} ${id}`);
      const latest = known?.revisions.at(-1);
      if (known === undefined || latest === undefined)
        records.set(`${wallet} ${id}`, {
          id,
          wallet,
          hour,
          revisions: [{ number: 1, run, state, first: now, last: now }],
        });
      else if (latest.state === state) latest.last = Math.max(latest.last, now);
      else {
        const first = Math.max(now, latest.last);
        known.revisions.push({ number: latest.number + 1, run, state, first, last: first });
      }
    },
    records: () =>
      [...records.values()].sort(
        (a, b) =>
          a.hour - b.hour || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) || (a.wallet < b.wallet ? -1 : 1),
      ),
  };
}

const asModel = ({ sourceId, wallet, occurredAt, revisions }: StoredRecord) => ({
  id: sourceId,
  wallet,
  hour: new Date(occurredAt).getUTCHours(),
  revisions: revisions.map((one) => ({
    number: one.number,
    run: one.run,
    state: (one.body as { content: number }).content,
    first: Date.parse(one.firstSeenAt),
    last: Date.parse(one.lastSeenAt),
  })),
});

/** Any sequence of pages, runs and clock jumps ends as in a plain model. */
export function describeModel(engine: Engine) {
  it("ends as a plain model does, whatever is stored, in whatever runs, at whatever times", async () => {
    const location = await engine.newLocation();
    const time = handClock("2026-11-01T00:00:00Z");
    let ledger: Ledger = await openForTest(location, time);
    let accounts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        accounts += 1;
        const key = { provider: "model", account: `account_${accounts}` };
        const model = createModel();
        let run = await ledger.beginRun(key);
        for (const one of steps) {
          if (one.do === "clock") time.advance(one.by);
          else if (one.do === "page") {
            const now = time.clock().getTime();
            for (const [id, state, wallet, hour] of one.records) model.store(id, state, wallet, hour, run.number, now);
            await run.storePage({
              records: one.records.map(([id, state, wallet, hour]) =>
                record(id, state, { wallet, occurredAt: `2026-10-01T0${hour}:00:00Z` }),
              ),
            });
          } else {
            if (one.do === "finish") await run.finish(complete);
            else {
              await ledger.close();
              ledger = await openForTest(location, time);
            }
            run = await ledger.beginRun(key);
          }
        }
        await run.finish(complete);
        expect((await collect(ledger.records(key))).map(asModel)).toEqual(model.records());
      }),
      { numRuns: engine.name === "SQLite" ? 300 : 60, seed: 20261101 },
    );
  }, 120_000);
}
