import { Temporal } from "temporal-polyfill";
import { parseMonth } from "../month.js";

/** The month after a month, `YYYY-MM`. Throws `PeriodError` `invalid_month`. */
export function followingMonth(month: string): string {
  return Temporal.PlainYearMonth.from(parseMonth(month)).add({ months: 1 }).toString();
}
