import { NormalizationError } from "./normalization-error.js";

// The common form needs no change: UTC, with a day that some month has.
const plainUtc = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))?$/;

/**
 * Reads an RFC 3339 instant and writes it in UTC with Z, its fraction digits as given. One
 * leniency: a missing offset is read as UTC, because Python services print UTC times without
 * one. Leap seconds are refused. Throws `NormalizationError` `invalid_instant`.
 * @param path where the text stands in the record, for the error
 */
export function parseInstant(text: string, path: string, recordId: string | null = null): string {
  const instant = plainUtc.test(text) && hasItsDay(text) ? text : convert(text);
  if (instant === null) {
    throw new NormalizationError({
      code: "invalid_instant",
      path,
      recordId,
      problem: `${JSON.stringify(text.slice(0, 40))} is not an RFC 3339 instant such as 2026-10-31T23:59:59Z`,
    });
  }
  return instant;
}

/** Whether the month of a text that begins YYYY-MM-DD has the day; all have 28. */
function hasItsDay(text: string): boolean {
  // By its digits' codes: every record passes here, and a piece of text for a number costs more than the rest.
  const day = (text.charCodeAt(8) - 48) * 10 + text.charCodeAt(9) - 48;
  if (day <= 28) return true;
  return isDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), day);
}

function convert(text: string): string | null {
  const match = dateTime.exec(text);
  if (match === null) return null;
  const [, year = "", month = "", day = "", time = "", fraction = "", sign, hours, minutes] = match;
  if (!isDate(Number(year), Number(month), Number(day))) return null;
  const local = Date.parse(`${year}-${month}-${day}T${time}Z`);
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const utc = new Date(local - offset * 60_000).toISOString();
  // Beyond the years 0000 to 9999 ISO 8601 needs a sign, and the text would no longer sort.
  return /^\d/.test(utc) ? `${utc.slice(0, 19)}${fraction}Z` : null;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
