import type { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endpoints } from "../__fixtures__/source-record.js";
import { zero } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import { normalize } from "../normalize.js";
import type { Basis } from "../statement.js";
import { type Cut, createBooking } from "./book-record.js";
import type { CollectedRecord, CollectedRevision } from "./collected-record.js";
import { decidedAt } from "./decided-at.js";

/** A ledger that is collected, changed at the provider, closed and reopened in any order. */
type Step =
  | { readonly do: "collect" | "close" | "reopen" }
  | { readonly do: "row"; readonly id: number; readonly day: number; readonly cents: number; readonly type: number }
  | { readonly do: "grow"; readonly id: number; readonly hours: number; readonly cents: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("collect" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("close" as const, "reopen" as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("row" as const),
      id: fc.nat(5),
      day: fc.nat(150),
      cents: fc.nat(999),
      type: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("grow" as const),
      id: fc.nat(2),
      hours: fc.integer({ min: 1, max: 1500 }),
      cents: fc.integer({ min: -50, max: 900 }),
    }),
  },
);

const start = Date.UTC(2026, 5, 20);
const at = (milliseconds: number) => new Date(milliseconds).toISOString();
const months = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];

/** The provider's rows as they are, and the records as they were collected. */
function createWorld() {
  const rows = new Map<string, { endpoint: keyof typeof endpoints; body: Record<string, unknown> }>();
  const records = new Map<string, CollectedRecord>();
  let run = 0;
  return {
    row({ id, day, cents, type }: Extract<Step, { do: "row" }>) {
      const createdAt = at(start + day * 86_400_000 - (cents % 3));
      // Changes of type turn usage into a refund, into what is not understood, and into what cannot be read.
      const body = { uuid: `row_${id}`, price: cents / 100, created_at: createdAt };
      const billingType = (["deduct", "refund", "gift", ""] as const)[type];
      rows.set(`row_${id}`, { endpoint: "search", body: { ...body, billing_type: billingType } });
    },
    grow({ id, hours, cents }: Extract<Step, { do: "grow" }>) {
      const before = rows.get(`running_${id}`)?.body;
      const billedAt = Date.parse((before?.last_billed_at as string) ?? at(start)) + hours * 3_600_000;
      const body = {
        id: `running_${id}`,
        currency: "USD",
        resource_type: "pod",
        resource_id: "pod_1",
        created_at: at(start),
        updated_at: at(billedAt),
        last_billed_at: at(billedAt),
        amount_usd: (Math.round(((before?.amount_usd as number) ?? 0) * 100) + cents) / 100,
      };
      rows.set(`running_${id}`, { endpoint: "prime", body });
    },
    collect() {
      run += 1;
      for (const [sourceId, { endpoint, body }] of rows) {
        const known = records.get(sourceId);
        const text = JSON.stringify(body);
        if (known !== undefined && JSON.stringify(known.revisions.at(-1)?.body) === text) continue;
        const revision: CollectedRevision = {
          number: (known?.revisions.length ?? 0) + 1,
          run,
          body: JSON.parse(text),
          sha256: "a".repeat(64),
          firstSeenAt: at(start),
          lastSeenAt: at(start),
        };
        records.set(sourceId, {
          provider: endpoint === "prime" ? "prime-intellect" : "wavespeed",
          account: "acme",
          wallet: "w",
          endpoint: endpoints[endpoint],
          sourceId,
          revisions: known === undefined ? [revision] : [...known.revisions, revision],
        });
      }
    },
    records: () => [...records.values()],
    run: () => run,
  };
}

function book(
  records: readonly CollectedRecord[],
  cuts: readonly Cut[],
  through: number,
  basis: Basis,
  timezone: string,
) {
  return records.flatMap((record) => createBooking({ timezone, basis, cuts, through })(record).entries);
}

const total = (entries: readonly LedgerEntry[]): Big =>
  entries.reduce((sum, { amount }) => (amount === null ? sum : sum.plus(amount.amount)), zero);

/** What a month is given, as its statement would list it. */
function linesOf(entries: readonly LedgerEntry[], month: string, basis: Basis, timezone: string) {
  const zone = new Intl.DateTimeFormat("sv", { timeZone: timezone, year: "numeric", month: "2-digit" });
  return entries
    .filter((entry) => zone.format(new Date(decidedAt(entry, basis))) === month)
    .map(({ id, kind, amount, corrects, description }) => ({
      id,
      kind,
      amount: amount?.amount.toFixed() ?? null,
      corrects,
      description,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const worlds = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
  basis: fc.constantFrom<Basis>("posted", "incurred"),
  timezone: fc.constantFrom("UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati"),
});

test("closed months keep what they were given through every later collection, and all months sum to the ledger", () => {
  fc.assert(
    fc.property(worlds, ({ steps, basis, timezone }) => {
      const world = createWorld();
      const closed: { readonly cut: Cut; readonly lines: unknown }[] = [];
      const bookedWith = (cuts: readonly Cut[], through: number) =>
        book(world.records(), cuts, through, basis, timezone);

      for (const one of steps) {
        if (one.do === "row") world.row(one);
        else if (one.do === "grow") world.grow(one);
        else if (one.do === "collect") world.collect();
        else if (one.do === "reopen") closed.pop();
        else if (closed.length < months.length) {
          const month = months[closed.length] ?? "";
          const cuts = closed.map(({ cut }) => cut);
          const lines = linesOf(bookedWith(cuts, world.run()), month, basis, timezone);
          closed.push({ cut: { month, run: world.run() }, lines });
        }

        const cuts = closed.map(({ cut }) => cut);
        const entries = bookedWith(cuts, world.run());
        // Rebuilt from its own cut, from the next closing's view, and from now, a closed month is what it was.
        for (const [index, { cut, lines }] of closed.entries()) {
          const own = bookedWith(cuts.slice(0, index), cut.run);
          expect(linesOf(own, cut.month, basis, timezone)).toEqual(lines);
          expect(linesOf(entries, cut.month, basis, timezone)).toEqual(lines);
        }
        // Nothing is lost and nothing doubled: over all months, each readable record sums to what it says now.
        for (const record of world.records()) {
          const booked = createBooking({ timezone, basis, cuts, through: world.run() })(record);
          const known = createBooking({ timezone, basis, cuts: [], through: world.run() })(record);
          if (booked.refusal === null) expect(total(booked.entries).toFixed()).toBe(total(known.entries).toFixed());
          else expect(known).toEqual({ entries: [], refusal: booked.refusal });
        }
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        for (const { corrects, kind } of entries)
          if (corrects !== null) expect(["adjustment", "unclassified"]).toContain(kind);
      }
    }),
    { numRuns: 400, seed: 20261121 },
  );
});

test("without a closing a record gives what normalizing gives", () => {
  fc.assert(
    fc.property(worlds, ({ steps, basis, timezone }) => {
      const world = createWorld();
      for (const one of steps) {
        if (one.do === "row") world.row({ ...one, type: one.type % 3 });
        else if (one.do === "grow") world.grow(one);
        else world.collect();
      }
      expect(book(world.records(), [], world.run(), basis, timezone)).toEqual(
        world.records().flatMap((record) => normalize(record, { timezone })),
      );
    }),
    { numRuns: 100, seed: 1 },
  );
});
