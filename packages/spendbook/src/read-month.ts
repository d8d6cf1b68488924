import { monthPeriod, parseMonth, previousMonth } from "@spendbook/normalizer";
import { UsageError } from "./spendbook-error.js";

/** The month that is asked for, the last one unless named. Throws `UsageError` on one that has not begun, `PeriodError`. */
export function readMonth(text: string | undefined, timezone: string, now: Date): string {
  if (text === undefined) return previousMonth(now, timezone);
  const month = parseMonth(text);
  if (Date.parse(monthPeriod(month, timezone).start) > now.getTime())
    throw new UsageError(`${month} has not begun; name a month that has`);
  return month;
}
