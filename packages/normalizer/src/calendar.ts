import { Temporal } from "temporal-polyfill";
import { isBefore, isWithin } from "./compare-instants.js";
import { monthPeriod, type Period, startOfDay } from "./month.js";
import { parseTimezone } from "./timezone.js";

/** Days and months of one time zone, looked up by UTC instant; remembers what it worked out, day by day. */
export interface Calendar {
  readonly timezone: string;
  /** The local date, `YYYY-MM-DD`. */
  dateOf(instant: string): string;
  /** The local month that holds an instant. */
  monthOf(instant: string): Period;
}

/** A local day that begins within a given UTC day. */
interface DayStart {
  readonly start: string;
  readonly date: string;
}

const calendars = new Map<string, Calendar>();

/** The calendar of an IANA zone. Throws `PeriodError` `invalid_timezone`. */
export function calendarOf(timezone: string): Calendar {
  let calendar = calendars.get(timezone);
  if (calendar === undefined) {
    calendar = createCalendar(parseTimezone(timezone));
    calendars.set(timezone, calendar);
  }
  return calendar;
}

/**
 * The local date of a UTC instant in a zone: the day whose first instant is the latest one not
 * after it. Where a clock is set back over midnight, the repeated minutes so stay in one day.
 */
export function localDate(instant: string, timezone: string): string {
  return calendarOf(timezone).dateOf(instant);
}

function createCalendar(timezone: string): Calendar {
  const dayStarts = new Map<string, readonly DayStart[]>();
  const months = new Map<string, Period>();

  function dateOf(instant: string): string {
    const utcDay = instant.slice(0, 10);
    if (timezone === "UTC") return utcDay;
    let starts = dayStarts.get(utcDay);
    if (starts === undefined) {
      starts = dayStartsWithin(utcDay, timezone);
      dayStarts.set(utcDay, starts);
    }
    let date = "";
    for (const day of starts) {
      if (date !== "" && isBefore(instant, day.start)) break;
      date = day.date;
    }
    return date;
  }

  function monthOf(instant: string): Period {
    const month = dateOf(instant).slice(0, 7);
    let period = months.get(month);
    if (period === undefined) {
      period = monthPeriod(month, timezone);
      months.set(month, period);
    }
    return period;
  }

  return { timezone, dateOf, monthOf };
}

/** The local day that a UTC day opens in, then those that begin during it. */
function dayStartsWithin(utcDay: string, timezone: string): DayStart[] {
  const midnight = Temporal.Instant.from(`${utcDay}T00:00:00Z`);
  const period = { start: midnight.toString(), end: midnight.add({ hours: 24 }).toString() };
  const nearby = midnight.toZonedDateTimeISO(timezone).toPlainDate();
  // One day back for a clock set back over midnight, two on for zones at +14.
  const days = [-1, 0, 1, 2].map((days) => nearby.add({ days }));
  const starts = days.map((date) => ({ start: startOfDay(date, timezone), date: date.toString() }));
  const open = starts.filter(({ start }) => !isBefore(period.start, start)).at(-1);
  const within = starts.filter(({ start }) => start !== period.start && isWithin(start, period));
  return open === undefined ? within : [open, ...within];
}
