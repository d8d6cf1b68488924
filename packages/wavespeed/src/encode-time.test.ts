import { expect, test } from "vitest";
import { encodeTime } from "./index.js";

const instant = new Date("2025-10-01T11:13:30.051Z");

test("an instant is written in milliseconds, as documented, or in RFC 3339", () => {
  expect(encodeTime(instant)).toBe("1759317210051");
  expect(encodeTime(instant, "milliseconds")).toBe("1759317210051");
  expect(encodeTime(instant, "rfc3339")).toBe("2025-10-01T11:13:30.051Z");
});

test("both forms are those of the instants in the document's examples, the epoch included", () => {
  expect(encodeTime(new Date(1759317227408), "rfc3339")).toBe("2025-10-01T11:13:47.408Z");
  expect(encodeTime(new Date(0))).toBe("0");
});

test.each(["milliseconds", "rfc3339"] as const)("an invalid date is refused in %s", (form) => {
  expect(() => encodeTime(new Date("yesterday"), form)).toThrow(RangeError);
});
