import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { compareInstants, isBefore } from "./compare-instants.js";
import { parseInstant } from "./instant.js";
import { NormalizationError } from "./normalization-error.js";

const path = "$.created_at";

describe("parseInstant", () => {
  it.each([
    ["2026-04-23T12:23:30.933Z", "2026-04-23T12:23:30.933Z"],
    ["2026-10-31T23:59:59Z", "2026-10-31T23:59:59Z"],
    ["2026-10-31t23:59:59z", "2026-10-31T23:59:59Z"],
    ["2026-11-01T05:29:59.999999+05:30", "2026-10-31T23:59:59.999999Z"],
    ["2026-10-31T19:00:00.10-05:00", "2026-11-01T00:00:00.10Z"],
    ["2026-10-31T12:00:00-00:00", "2026-10-31T12:00:00Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
    ["0050-01-01T00:00:00+01:00", "0049-12-31T23:00:00Z"],
  ])("reads %s as %s", (text, instant) => {
    expect(parseInstant(text, path)).toBe(instant);
  });

  it("reads a missing offset as UTC", () => {
    expect(parseInstant("2026-10-31T23:59:59.5", path)).toBe("2026-10-31T23:59:59.5Z");
  });

  it.each([
    "",
    "2026-10-31",
    "2026-10-31 23:59:59Z",
    "2026-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-10-00T00:00:00Z",
    "2026-10-31T24:00:00Z",
    "2026-10-31T23:60:00Z",
    "2026-12-31T23:59:60Z",
    "2026-10-31T23:59:59.Z",
    "2026-10-31T23:59:59+24:00",
    "2026-10-31T23:59:59+0530",
    "9999-12-31T23:59:59-01:00",
    "0000-01-01T00:00:00+01:00",
    "20261031T235959Z",
    "1777000000000",
    "2026-10-31T23:59:59Z ",
    "٢٠٢٦-10-31T23:59:59Z",
  ])("refuses %j and says where it stood", (text) => {
    let error: unknown;
    try {
      parseInstant(text, path, "neevcloud/acme/tx_1");
    } catch (caught) {
      error = caught;
    }
    expect(NormalizationError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: "invalid_instant", path, recordId: "neevcloud/acme/tx_1" });
  });

  it("agrees with Temporal on any instant and offset", () => {
    const time = fc.integer({ min: -62_000_000_000, max: 253_000_000_000 });
    const nanoseconds = fc.nat(999_999_999);
    fc.assert(
      fc.property(time, nanoseconds, fc.integer({ min: -1439, max: 1439 }), (seconds, fraction, offset) => {
        const digits = `.${String(fraction).padStart(9, "0")}`;
        const sign = offset < 0 ? "-" : "+";
        const minutes = Math.abs(offset);
        const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
        fc.pre(/^\d{4}-/.test(local));
        const text = `${local}${digits}${sign}${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}`;
        const instant = parseInstant(text, path);
        expect(instant.slice(19)).toBe(`${digits}Z`);
        expect(Temporal.Instant.from(instant).equals(Temporal.Instant.from(text))).toBe(true);
      }),
    );
  });
});

describe("compareInstants", () => {
  const instants = fc
    .tuple(
      fc.integer({ min: 1_760_000_000, max: 1_760_000_002 }),
      fc.constantFrom("", ".0", ".5", ".50", ".05", ".500001", ".999"),
    )
    .map(([seconds, fraction]) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction}Z`);

  it("orders instants as Temporal does, whatever their digits", () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(compareInstants(a, b)).toBe(Temporal.Instant.compare(a, b));
        const boundary = `${b.slice(0, 19)}Z`;
        expect(isBefore(a, boundary)).toBe(Temporal.Instant.compare(a, boundary) < 0);
      }),
    );
  });
});

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
