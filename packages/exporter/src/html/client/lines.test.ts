import { expect, test } from "vitest";
import { companyLines } from "../__fixtures__/company-lines.js";
import type { LineValues } from "../line-fields.js";
import { lineValues } from "../line-values.js";
import { findLines, type SearchedLine } from "./find-lines.js";
import { matchSums } from "./match-sums.js";
import { pageOf } from "./pages.js";
import { sortLines } from "./sort-lines.js";
import { statusText } from "./status-text.js";

const [example] = [...companyLines(1)].map(lineValues);
const lineOf = (values: Partial<LineValues>): SearchedLine => ({ values: { ...(example as LineValues), ...values } });
const ids = (lines: readonly SearchedLine[]) => lines.map(({ values }) => values.id);

test("every word of a query must occur, in any field and any case, parts of words too", () => {
  const lines = [
    lineOf({ id: "1", description: "Video of the Campaign", sha256: "beef01" }),
    lineOf({ id: "2", description: "Image of the campaign", resource: "res-77" }),
  ];
  expect(ids(findLines(lines, "  CAMPAIGN vid "))).toEqual(["1"]);
  expect(ids(findLines(lines, "campaign res-77"))).toEqual(["2"]);
  expect(ids(findLines(lines, "beef"))).toEqual(["1"]);
  expect(ids(findLines(lines, "campaign"))).toEqual(["1", "2"]);
  expect(ids(findLines(lines, ""))).toEqual(["1", "2"]);
  expect(findLines(lines, "nowhere")).toEqual([]);
});

test("a number is found as the page writes it, and as the data does", () => {
  const lines = [lineOf({ id: "1", amount: "-1234.5" })];
  for (const query of ["−1,234.5", "-1234.5", "1,234", "1234.5"]) expect(ids(findLines(lines, query))).toEqual(["1"]);
  expect(findLines(lines, "12,34")).toEqual([]);
});

test("words of different fields do not run together", () => {
  expect(findLines([lineOf({ id: "x", kind: "usage", service: "gpu" })], "usagegpu")).toEqual([]);
});

test("amounts are ordered as numbers within their currency, and what is unknown stands last in either direction", () => {
  const lines = [
    lineOf({ id: "ten", amount: "10", currency: "USD" }),
    lineOf({ id: "unknown", amount: null, currency: "USD" }),
    lineOf({ id: "nine", amount: "9", currency: "USD" }),
    lineOf({ id: "euro", amount: "9999", currency: "EUR" }),
    lineOf({ id: "minus", amount: "-0.5", currency: "USD" }),
  ];
  expect(ids(sortLines(lines, { by: "amount", direction: "ascending" }))).toEqual([
    "euro",
    "minus",
    "nine",
    "ten",
    "unknown",
  ]);
  expect(ids(sortLines(lines, { by: "amount", direction: "descending" }))).toEqual([
    "ten",
    "nine",
    "minus",
    "euro",
    "unknown",
  ]);
});

test("lines of a day are ordered by the instant at which they were posted, and equal ones stay as they were", () => {
  const lines = [
    lineOf({ id: "b", date: "2026-10-02", postedAt: "2026-10-02T10:00:00Z" }),
    lineOf({ id: "a", date: "2026-10-02", postedAt: "2026-10-02T09:00:00Z" }),
    lineOf({ id: "c", date: "2026-10-02", postedAt: "2026-10-02T10:00:00Z" }),
  ];
  expect(ids(sortLines(lines, { by: "date", direction: "ascending" }))).toEqual(["a", "b", "c"]);
});

test("sums are exact and by currency, and a line of unknown direction is in none, which is said", () => {
  const lines = [
    lineOf({ amount: "-0.1", currency: "USD" }),
    lineOf({ amount: "-1000.2", currency: "USD" }),
    lineOf({ amount: "5", currency: "EUR" }),
    lineOf({ amount: null, unsignedAmount: "7" }),
  ];
  expect(matchSums(lines)).toEqual([
    { currency: "EUR", sum: "5" },
    { currency: "USD", sum: "-1000.3" },
  ]);
  expect(statusText(lines, 12_000, pageOf(1, 4))).toBe(
    "4 of 12,000 lines, together EUR 5 and USD −1,000.3. 1 line of unknown direction in no sum.",
  );
});

test("the status says how many lines match and which are shown", () => {
  const lines = Array.from({ length: 250 }, () => lineOf({ amount: "1", currency: "USD" }));
  expect(statusText(lines, 250, pageOf(3, 250))).toBe(
    "250 lines, together USD 250. Shown: 201 to 250; all are in the CSV file.",
  );
  expect(statusText([], 250, pageOf(1, 0))).toBe("None of 250 lines matches.");
  expect(statusText([], 0, pageOf(1, 0))).toBe("There are no lines.");
});

test("pages lie within what there is", () => {
  expect(pageOf(1, 0)).toEqual({ number: 1, pages: 1, from: 0, to: 0 });
  expect(pageOf(99, 250)).toEqual({ number: 3, pages: 3, from: 200, to: 250 });
  expect(pageOf(0, 250)).toEqual({ number: 1, pages: 3, from: 0, to: 100 });
});
