import { expect, test } from "vitest";
import { isPostedMeanwhile } from "./run-clock.js";

const noon = Date.parse("2026-10-15T12:00:00Z");
const clock = { startedAt: noon, now: () => noon + 60_000 };

test.each([
  ["2026-10-15T11:59:59.999Z", false],
  ["2026-10-15T12:00:00.000Z", false],
  ["2026-10-15T12:00:30.000Z", true],
  ["2026-10-15T12:05:59.000Z", true],
  // The clock must be behind: such a record is no newcomer.
  ["2026-10-15T12:06:01.000Z", false],
  ["2027-01-01T00:00:00.000Z", false],
])("a record of %s was posted meanwhile: %s", (occurredAt, expected) => {
  expect(isPostedMeanwhile(occurredAt, clock)).toBe(expected);
});
