import type { Calendar } from "./calendar.js";
import { compareInstants } from "./compare-instants.js";
import type { Period } from "./month.js";

/** A stretch of time within one month of the calendar. */
export interface MonthPart extends Period {
  /** `YYYY-MM` in the calendar's zone. */
  readonly month: string;
  /** The first instant of the next month. */
  readonly monthEnd: string;
}

/** Cuts a period at the month boundaries of a calendar; the parts follow one another without a gap. */
export function splitByMonth(period: Period, calendar: Calendar): MonthPart[] {
  const parts: MonthPart[] = [];
  let start = period.start;
  for (;;) {
    const monthEnd = calendar.monthOf(start).end;
    const isLast = compareInstants(period.end, monthEnd) <= 0;
    const month = calendar.dateOf(start).slice(0, 7);
    parts.push({ start, end: isLast ? period.end : monthEnd, month, monthEnd });
    if (isLast) return parts;
    start = monthEnd;
  }
}
