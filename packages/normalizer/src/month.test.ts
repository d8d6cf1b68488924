import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { calendarOf, localDate } from "./calendar.js";
import { isWithin } from "./compare-instants.js";
import { monthPeriod, parseMonth, previousMonth } from "./month.js";
import { PeriodError } from "./period-error.js";

const zones = [
  "UTC",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/New_York",
  "America/Sao_Paulo", // set its clocks forward at midnight
  "America/Santiago",
  "America/St_Johns", // set them back over midnight, once on the first of a month
  "Asia/Beirut",
  "Africa/Cairo",
  "Asia/Amman",
  "Australia/Lord_Howe",
  "Etc/GMT+12",
  "Pacific/Kiritimati",
  "Pacific/Apia", // left out a whole day
  "Pacific/Chatham",
  ...Intl.supportedValuesOf("timeZone"),
];

const months = fc
  .tuple(fc.integer({ min: 1990, max: 2037 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

function shifted(instant: string, nanoseconds: number): string {
  return Temporal.Instant.from(instant).add({ nanoseconds }).toString();
}

describe("parseMonth", () => {
  it.each(["2026-1", "2026-13", "2026-00", "26-10", "2026-10-01", " 2026-10", "2026/10", "october", "+002026-10"])(
    "refuses %j",
    (text) => {
      expect(() => parseMonth(text)).toThrow(PeriodError);
      expect(() => monthPeriod(text, "UTC")).toThrow(expect.objectContaining({ code: "invalid_month" }));
    },
  );
});

describe("monthPeriod", () => {
  it.each([
    ["2026-10", "UTC", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"],
    ["2026-12", "Asia/Kolkata", "2026-11-30T18:30:00Z", "2026-12-31T18:30:00Z"],
    ["2026-03", "America/New_York", "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z"],
    ["2026-10", "Etc/GMT+12", "2026-10-01T12:00:00Z", "2026-11-01T12:00:00Z"],
    ["2026-10", "Pacific/Kiritimati", "2026-09-30T10:00:00Z", "2026-10-31T10:00:00Z"],
    // Paraguay's clocks went from 00:00 to 01:00 on Sunday, 1 October 2017.
    ["2017-10", "America/Asuncion", "2017-10-01T04:00:00Z", "2017-11-01T03:00:00Z"],
    // On 1 November 2009 clocks went from 00:01 back to 23:01 in Newfoundland.
    ["2009-11", "America/St_Johns", "2009-11-01T02:30:00Z", "2009-12-01T03:30:00Z"],
    ["2011-12", "Pacific/Apia", "2011-12-01T10:00:00Z", "2011-12-31T10:00:00Z"],
  ])("knows %s in %s", (month, zone, start, end) => {
    expect(monthPeriod(month, zone)).toEqual({ start, end });
  });

  it.each(["Mars/Olympus", "", "+05:30", "UTC+5", "2020-01-01T00:00[UTC]", "Z", "constructor"])(
    "refuses the zone %j",
    (zone) => {
      expect(() => monthPeriod("2026-10", zone)).toThrow(expect.objectContaining({ code: "invalid_timezone" }));
    },
  );

  it("divides time: each month ends where the next begins, and what lies on either side of midnight falls apart", () => {
    fc.assert(
      fc.property(months, fc.constantFrom(...zones), (month, zone) => {
        const period = monthPeriod(month, zone);
        const next = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
        const following = monthPeriod(next, zone);
        expect(following.start).toBe(period.end);
        for (const step of [1, 1_000, 1_000_000]) {
          const before = shifted(period.end, -step);
          expect([isWithin(before, period), isWithin(before, following)]).toEqual([true, false]);
          expect(localDate(before, zone).slice(0, 7)).toBe(month);
          const after = shifted(period.end, step - 1);
          expect([isWithin(after, period), isWithin(after, following)]).toEqual([false, true]);
          expect(localDate(after, zone).slice(0, 7)).toBe(next);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("localDate", () => {
  it("is the wall clock's date, except in minutes that a clock set back over midnight repeats", () => {
    const instants = fc.integer({ min: 631_152_000, max: 2_145_916_800 }).map((s) => new Date(s * 1000).toISOString());
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const here = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
        const tomorrow = here.toPlainDate().add({ days: 1 });
        const begun = tomorrow.toZonedDateTime(zone).epochMilliseconds <= here.epochMilliseconds;
        expect(localDate(instant, zone)).toBe((begun ? tomorrow : here.toPlainDate()).toString());
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps the repeated last minutes of October in November, where that day had already begun", () => {
    // 23:30 on 31 October by the clock on the wall, for the second time.
    expect(localDate("2009-11-01T03:00:00Z", "America/St_Johns")).toBe("2009-11-01");
    expect(localDate("2009-11-01T02:29:59.999999Z", "America/St_Johns")).toBe("2009-10-31");
  });

  it("skips the day that a zone left out", () => {
    expect(localDate("2011-12-30T09:59:59Z", "Pacific/Apia")).toBe("2011-12-29");
    expect(localDate("2011-12-30T10:00:00Z", "Pacific/Apia")).toBe("2011-12-31");
  });

  it("gives the month that holds an instant", () => {
    expect(calendarOf("Asia/Kolkata").monthOf("2026-10-31T18:30:00Z")).toEqual(monthPeriod("2026-11", "Asia/Kolkata"));
    expect(calendarOf("asia/kolkata").timezone).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
  });
});

describe("previousMonth", () => {
  it("depends on the zone in which it is asked", () => {
    const now = new Date("2026-10-31T20:00:00Z");
    expect(previousMonth(now, "UTC")).toBe("2026-09");
    expect(previousMonth(now, "Asia/Kolkata")).toBe("2026-10");
    expect(previousMonth(new Date("2026-01-01T00:00:00Z"), "UTC")).toBe("2025-12");
    expect(previousMonth(new Date("2026-01-01T00:00:00Z"), "Etc/GMT+12")).toBe("2025-11");
  });
});
