import fc from "fast-check";
import { expect, it } from "vitest";
import { createInstantMemory, toInstant, toMilliseconds } from "./instant.js";

it.each([
  ["2026-10-31T23:59:59Z", "2026-10-31T23:59:59.000Z"],
  ["2026-10-31T23:59:59.9999999Z", "2026-10-31T23:59:59.999Z"],
  ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"],
  ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
])("keeps %s to the millisecond", (text, kept) => {
  const milliseconds = toMilliseconds(text);
  expect(milliseconds === null ? null : toInstant(milliseconds)).toBe(kept);
});

it.each([
  "",
  "2026-10-31",
  "2026-10-31T23:59:59",
  "2026-10-31T23:59:59+00:00",
  "2026-10-31T25:00:00Z",
  "+010000-01-01T00:00:00Z",
])("takes %j for no UTC instant", (text) => {
  expect(toMilliseconds(text)).toBeNull();
});

it("gives every millisecond of four-digit years back", () => {
  const date = fc.date({
    min: new Date("0000-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (value) => {
      expect(toMilliseconds(value.toISOString())).toBe(value.getTime());
      expect(toInstant(value.getTime())).toBe(value.toISOString());
    }),
  );
});

it("writes instants in any order as it writes each alone", () => {
  const near = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(fc.array(fc.oneof(near, fc.integer({ min: -62167219200000, max: 253402300799999 }))), (instants) => {
      expect(instants.map(createInstantMemory())).toEqual(instants.map((each) => toInstant(each)));
    }),
  );
});
