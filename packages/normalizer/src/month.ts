import { Temporal } from "temporal-polyfill";
import { PeriodError } from "./period-error.js";
import { parseTimezone } from "./timezone.js";

/** A half-open stretch of time: UTC instants, ISO 8601 with Z. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** Checks a month, `YYYY-MM`, and gives it back. Throws `PeriodError` `invalid_month`. */
export function parseMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new PeriodError("invalid_month", `"${text}" is not a month: write it like 2026-10`);
}

/** The month before the one that holds an instant in a zone: what "last month" means at that moment. */
export function previousMonth(now: Date, timezone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(parseTimezone(timezone));
  return here.toPlainDate().toPlainYearMonth().subtract({ months: 1 }).toString();
}

/** The month before another one, `YYYY-MM`. */
export function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(parseMonth(month)).subtract({ months: 1 }).toString();
}

/**
 * A month as [its first instant, the first instant of the next) in an IANA zone. Where clocks
 * skip midnight the month starts at the first instant after it; where they repeat it, at the
 * first of the two. So months, and days, divide time without a gap or an overlap.
 */
export function monthPeriod(month: string, timezone: string): Period {
  const zone = parseTimezone(timezone);
  const first = Temporal.PlainYearMonth.from(parseMonth(month)).toPlainDate({ day: 1 });
  return { start: startOfDay(first, zone), end: startOfDay(first.add({ months: 1 }), zone) };
}

/** The first instant of a local day, UTC. */
export function startOfDay(date: Temporal.PlainDate, zone: string): string {
  return date.toZonedDateTime(zone).toInstant().toString({ smallestUnit: "second" });
}
