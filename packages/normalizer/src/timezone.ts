import { Temporal } from "temporal-polyfill";
import { PeriodError } from "./period-error.js";

const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * The IANA name of a time zone in its own spelling (`asia/kolkata` → `Asia/Kolkata`).
 * Throws `PeriodError` `invalid_timezone`; bare offsets are refused, since a zone says more
 * about its past and future than an offset can.
 */
export function parseTimezone(name: string): string {
  try {
    if (/^[A-Za-z][\w+\-/]*$/.test(name)) return epoch.toZonedDateTimeISO(name).timeZoneId;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new PeriodError(
    "invalid_timezone",
    `"${name}" is not an IANA time zone: use a name such as UTC, Asia/Kolkata or Etc/GMT+5`,
  );
}
