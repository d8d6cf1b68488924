import { describe, expect, test } from "vitest";
import { decimalText } from "../decimal-text.js";
import { createRateTable, type Rate } from "./rate-table.js";

const row = (date: string, rate: string, pair = "USD/EUR", source = "ECB") => ({ date, pair, rate, source });
const short = (rate: Rate | null) => rate && `${decimalText(rate.rate)} ${rate.source}`;

describe("the rate of a day", () => {
  const table = createRateTable([row("2026-10-02", "0.91"), row("2026-10-05", "0.92"), row("2026-11", "0.99")]);

  test("is the newest of that day or of the week before, with its source and own date", () => {
    expect(short(table.on("USD/EUR", "2026-10-02"))).toBe("0.91 ECB, USD/EUR 0.91 of 2026-10-02");
    expect(short(table.on("USD/EUR", "2026-10-04"))).toBe("0.91 ECB, USD/EUR 0.91 of 2026-10-02");
    expect(short(table.on("USD/EUR", "2026-10-12"))).toBe("0.92 ECB, USD/EUR 0.92 of 2026-10-05");
  });

  test("is unknown before the first, more than a week after the last, and for another pair or direction", () => {
    expect(table.on("USD/EUR", "2026-10-01")).toBeNull();
    expect(table.on("USD/EUR", "2026-10-13")).toBeNull();
    expect(table.on("EUR/USD", "2026-10-02")).toBeNull();
    expect(table.on("GBP/EUR", "2026-10-02")).toBeNull();
  });
});

describe("the average of a month", () => {
  test("is the mean of its rates, rounded by name, and says so", () => {
    const table = createRateTable([row("2026-10-01", "0.90"), row("2026-10-02", "0.91"), row("2026-10-05", "0.91")]);
    // 2.72 ÷ 3 = 0.90666…
    expect(short(table.averageOf("USD/EUR", "2026-10"))).toBe(
      "0.9067 mean of 3 rates of 2026-10, rounded half-even to 4 places: ECB, USD/EUR 0.9 of 2026-10-01, …",
    );
    expect(table.averageOf("USD/EUR", "2026-11")).toBeNull();
  });

  test("is the published one where there is one", () => {
    const table = createRateTable([row("2026-10-01", "0.90"), row("2026-10", "0.905", "USD/EUR", "tax office")]);
    expect(short(table.averageOf("USD/EUR", "2026-10"))).toBe("0.905 tax office, USD/EUR 0.905 of 2026-10");
  });
});

test.each([
  [row("2026-02-30", "1"), /line 2: 2026-02-30 is not a date/],
  [row("2026-10-01", "1", "usd/eur"), /line 2: usd\/eur is not a pair/],
  [row("2026-10-01", "0"), /line 2: 0 is not a positive decimal/],
  [row("2026-10-01", "-1"), /line 2: -1 is not a positive decimal/],
  [row("2026-10-01", "1e3"), /line 2: 1e3 is not a positive decimal/],
  [row("2026-10-01", "1", "USD/EUR", " "), /line 2: the source is missing/],
])("%j is refused with its place", (bad, message) => {
  expect(() => createRateTable([bad], (index) => `line ${index + 2}`)).toThrow(message);
});

test("two rates of one pair and day are refused, the same one twice is not", () => {
  const twice = [row("2026-10-01", "0.9"), row("2026-10-01", "0.90")];
  expect(() => createRateTable(twice)).not.toThrow();
  expect(() => createRateTable([...twice, row("2026-10-01", "0.91")])).toThrow(/rate 3: another line has USD\/EUR/);
});
