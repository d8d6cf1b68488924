import { expect, test } from "vitest";
import { datesOf, instantText, monthText } from "./instant-text.js";

test("instants are read in UTC, with a part of a second only where there is one", () => {
  expect(instantText("2026-11-01T00:05:00.000Z")).toBe("2026-11-01 00:05:00 UTC");
  expect(instantText("2026-10-31T23:59:59.999Z")).toBe("2026-10-31 23:59:59.999 UTC");
  expect(instantText("2026-10-31T10:00:00Z")).toBe("2026-10-31 10:00:00 UTC");
  expect(instantText("2026-10-31T10:00:00.120Z")).toBe("2026-10-31 10:00:00.12 UTC");
});

test("a month has a name, and its days, leap years among them", () => {
  expect(monthText("2026-10")).toBe("October 2026");
  expect(datesOf("2026-10")).toHaveLength(31);
  expect(datesOf("2024-02").at(-1)).toBe("2024-02-29");
  expect(datesOf("2026-02").at(-1)).toBe("2026-02-28");
});
