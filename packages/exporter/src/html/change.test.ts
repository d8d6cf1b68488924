import { expect, test } from "vitest";
import { changeOf, changeText } from "./change.js";

test("a change is exact, and its percentage rounded once for reading", () => {
  expect(changeOf("112.345678", "100", "USD")).toEqual({ difference: "12.345678", percent: "12.3" });
  expect(changeText(changeOf("112.345678", "100", "USD"), "USD")).toBe("12.3 % more than the month before");
  expect(changeText(changeOf("75", "100", "USD"), "USD")).toBe("25 % less than the month before");
  expect(changeText(changeOf("100", "100", "USD"), "USD")).toBe("the same as the month before");
});

test("there is no percentage of nothing or of less, and no change of what is not known", () => {
  expect(changeOf("5", "0", "USD")).toEqual({ difference: "5", percent: null });
  expect(changeText(changeOf("5", "0", "USD"), "USD")).toBe("USD 5 more than the month before");
  expect(changeText(changeOf("-7", "-5", "USD"), "USD")).toBe("USD 2 less than the month before");
  expect(changeText(changeOf("5", null, "USD"), "USD")).toBe("the month before is not known");
});

test("a change too small for a percentage is not said to be none", () => {
  expect(changeText(changeOf("100.000001", "100", "USD"), "USD")).toBe("USD 0.000001 more than the month before");
});
