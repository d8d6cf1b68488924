import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { short } from "../__fixtures__/short-entry.js";
import { entriesOf, entryOf, recordOf } from "../__fixtures__/source-record.js";
import { compareInstants, isWithin } from "../compare-instants.js";
import { decimalText } from "../decimal-text.js";
import { money } from "../money.js";
import { sum } from "../money-arithmetic.js";
import { monthPeriod } from "../month.js";
import { normalize } from "../normalize.js";

// The shape of a row in the provider's own tool: a pod billed half an hour after it began.
const row = {
  id: "bill_1",
  created_at: "2026-10-05T09:00:00Z",
  updated_at: "2026-10-05T09:30:00Z",
  last_billed_at: "2026-10-05T09:30:00Z",
  amount_usd: 1.25,
  currency: "USD",
  resource_type: "compute",
  resource_id: "pod_1",
};

const until = (billedAt: string, amount_usd: number, more = {}) => ({
  ...row,
  updated_at: billedAt,
  last_billed_at: billedAt,
  amount_usd,
  ...more,
});

const shorts = (...states: unknown[]): string[] => entriesOf("prime", "bill_1", ...states).map(short);

describe("Prime Intellect rows", () => {
  it("within one month give one entry over the time since they began", () => {
    const entry = entryOf("prime", "bill_1", row);
    expect(short(entry)).toBe("usage -1.25 USD 2026-10-05T09:30:00Z");
    expect(entry).toMatchObject({
      id: "prime-intellect/acme/bill_1",
      service: "compute",
      resource: "pod_1",
      description: "compute pod_1",
      chargePeriod: { start: "2026-10-05T09:00:00Z", end: "2026-10-05T09:30:00Z" },
    });
  });

  it.each(["compute", "training", "inference", "disks", "sandboxes", "images", "quantum"])(
    "name their service by the resource type %s",
    (resource_type) => {
      const entry = entryOf("prime", "b", { ...row, resource_type, resource_id: null });
      expect(entry).toMatchObject({
        kind: "usage",
        service: resource_type,
        resource: null,
        description: resource_type,
      });
    },
  );

  it("without a last billing are booked when they were updated", () => {
    expect(shorts({ ...row, last_billed_at: null, updated_at: "2026-10-05T10:00:00" })).toEqual([
      "usage -1.25 USD 2026-10-05T10:00:00Z",
    ]);
  });

  it("book each later state as the difference, over the time since the one before", () => {
    const states = [
      row,
      until("2026-10-06T09:30:00Z", 61.25),
      until("2026-10-07T00:00:00Z", 61.25),
      until("2026-10-07T09:30:00Z", 60),
    ];
    const entries = entriesOf("prime", "bill_1", ...states);
    expect(entries.map(short)).toEqual([
      "usage -1.25 USD 2026-10-05T09:30:00Z",
      "usage -60 USD 2026-10-06T09:30:00Z",
      "refund 1.25 USD 2026-10-07T09:30:00Z",
    ]);
    expect(entries.map((entry) => entry.id.slice("prime-intellect/acme/".length))).toEqual([
      "bill_1",
      "bill_1#2",
      "bill_1#4",
    ]);
    expect(entries.map((entry) => entry.chargePeriod?.start)).toEqual([
      "2026-10-05T09:00:00Z",
      "2026-10-05T09:30:00Z",
      "2026-10-07T00:00:00Z",
    ]);
    expect(entries.map((entry) => [entry.origin.revision, entry.origin.sha256[0]])).toEqual([
      [1, "1"],
      [2, "2"],
      [4, "4"],
    ]);
  });

  it("that are negative are refunds, and zero is usage of nothing", () => {
    expect(shorts({ ...row, amount_usd: -2 })).toEqual(["refund 2 USD 2026-10-05T09:30:00Z"]);
    expect(shorts({ ...row, amount_usd: 0 })).toEqual(["usage 0 USD 2026-10-05T09:30:00Z"]);
    expect(shorts({ ...row, amount_usd: 0 }, row)).toEqual([
      "usage 0 USD 2026-10-05T09:30:00Z",
      "usage -1.25 USD 2026-10-05T09:30:00Z",
    ]);
  });

  it("first seen over a month end are split by time, exactly, and marked", () => {
    // 30 October 12:00 to 2 November 00:00 is 60 hours: 36 in October, 24 in November. 10.0001 × 36/60 = 6.00006.
    const state = until("2026-11-02T00:00:00Z", 10.0001, { created_at: "2026-10-30T12:00:00Z" });
    const entries = entriesOf("prime", "bill_1", state);
    expect(entries.map(short)).toEqual([
      "usage -6.0001 USD 2026-10-31T23:59:59.999Z estimated",
      "usage -4 USD 2026-11-02T00:00:00Z estimated",
    ]);
    expect(entries.map((entry) => entry.id)).toEqual([
      "prime-intellect/acme/bill_1#2026-10",
      "prime-intellect/acme/bill_1#2026-11",
    ]);
    expect(entries[0]?.chargePeriod).toEqual({ start: "2026-10-30T12:00:00Z", end: "2026-11-01T00:00:00Z" });
  });

  it("are split at the month ends of the statement's zone", () => {
    const state = until("2026-10-31T20:30:00Z", 4, { created_at: "2026-10-31T16:30:00Z" });
    const record = recordOf("prime", "bill_1", state);
    expect(normalize(record, { timezone: "UTC" }).map(short)).toEqual(["usage -4 USD 2026-10-31T20:30:00Z"]);
    // Midnight in Kolkata is 18:30 UTC: two hours on either side.
    expect(normalize(record, { timezone: "Asia/Kolkata" }).map(short)).toEqual([
      "usage -2 USD 2026-10-31T18:29:59.999Z estimated",
      "usage -2 USD 2026-10-31T20:30:00Z estimated",
    ]);
  });

  it("use a state seen at the month's end instead of splitting by time", () => {
    // By time 1 November 12:00 would put half on each side; the state at the boundary says 3 and 17.
    const created_at = "2026-10-31T12:00:00Z";
    const states = [
      until("2026-11-01T00:00:00Z", 3, { created_at }),
      until("2026-11-01T12:00:00Z", 20, { created_at }),
    ];
    expect(shorts(...states)).toEqual([
      "usage -3 USD 2026-10-31T23:59:59.999Z estimated",
      "usage -17 USD 2026-11-01T12:00:00Z",
    ]);
  });

  it("split a later difference too where no state was seen at the month's end", () => {
    // 31 October 00:00 to 2 November 00:00: one day each side of the boundary.
    const states = [until("2026-10-31T00:00:00Z", 5), until("2026-11-02T00:00:00Z", 7)];
    const entries = entriesOf("prime", "bill_1", ...states);
    expect(entries.map(short)).toEqual([
      "usage -5 USD 2026-10-31T00:00:00Z",
      "usage -1 USD 2026-10-31T23:59:59.999Z estimated",
      "usage -1 USD 2026-11-02T00:00:00Z estimated",
    ]);
    expect(entries.map((entry) => entry.id.slice(-10))).toEqual(["cme/bill_1", "#2.2026-10", "#2.2026-11"]);
  });

  it("corrected without new time have no charge period", () => {
    const entries = entriesOf("prime", "bill_1", row, { ...row, amount_usd: 1 });
    expect(entries.map(short)).toEqual([
      "usage -1.25 USD 2026-10-05T09:30:00Z",
      "refund 0.25 USD 2026-10-05T09:30:00Z",
    ]);
    expect(entries[1]?.chargePeriod).toBeNull();
  });

  it("spell the currency in any case, and are refused in another than their field's name says", () => {
    expect(entryOf("prime", "b", { ...row, currency: "usd" }).currency).toBe("USD");
    expect(() => entryOf("prime", "b", { ...row, currency: "EUR" })).toThrow(
      expect.objectContaining({ code: "contradictory_record", path: "$.currency" }),
    );
  });

  it.each([
    [{ amount_usd: undefined }, "missing_field", "$.amount_usd"],
    [{ amount_usd: "12,5" }, "invalid_amount", "$.amount_usd"],
    [{ created_at: 1 }, "wrong_type", "$.created_at"],
    [{ last_billed_at: "soon" }, "invalid_instant", "$.last_billed_at"],
    [{ resource_type: "" }, "missing_field", "$.resource_type"],
  ])("are refused for %j with %s", (change, code, path) => {
    expect(() => entriesOf("prime", "b", { ...row, ...change })).toThrow(
      expect.objectContaining({ code, path, recordId: "prime-intellect/acme/b" }),
    );
  });

  it("lose nothing, whatever the states, the zone and the split", () => {
    const seconds = fc.integer({ min: 1_770_000_000, max: 1_800_000_000 });
    const states = fc.array(fc.record({ seconds, units: fc.integer({ min: -10_000, max: 10_000_000 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    const zones = fc.constantFrom("UTC", "Asia/Kolkata", "America/St_Johns", "Etc/GMT+12", "Pacific/Kiritimati");
    fc.assert(
      fc.property(seconds, states, zones, (created, changes, timezone) => {
        const at = (time: number): string => new Date(time * 1000).toISOString();
        const bodies = changes.map((change) =>
          until(at(change.seconds), change.units / 10_000, { created_at: at(created) }),
        );
        const entries = normalize(recordOf("prime", "b", ...bodies), { timezone });
        const total = sum(
          entries.flatMap((entry) => entry.amount ?? []),
          "USD" as string,
        );
        expect(decimalText(total)).toBe(decimalText(money(`${-(changes.at(-1)?.units ?? 0)}e-4`, "USD")));
        expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
        for (const { chargePeriod, postedAt, estimated } of entries) {
          if (chargePeriod === null || !estimated) continue;
          const month = monthPeriod(localMonth(chargePeriod.start, timezone), timezone);
          expect(isWithin(postedAt, month)).toBe(true);
          expect(compareInstants(chargePeriod.end, month.end)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

function localMonth(instant: string, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit" });
  return parts.format(new Date(instant));
}
