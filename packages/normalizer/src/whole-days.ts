import { isBefore } from "./compare-instants.js";
import type { Period } from "./month.js";

const day = 86_400_000;

/** The UTC days that lie within a period altogether and were over at an instant; null where there is none. */
export function wholeDaysWithin(period: Period, until: string | null): Period | null {
  const first = Math.ceil(Date.parse(period.start) / day) * day;
  const last = until !== null && isBefore(until, period.end) ? until : period.end;
  const end = Math.floor(Date.parse(last) / day) * day;
  return first < end ? { start: secondOf(first), end: secondOf(end) } : null;
}

function secondOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
