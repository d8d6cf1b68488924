/** Instants of a plan are microseconds since the Unix epoch, which a double holds exactly. */
export const second = 1_000_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Reads `2026-10-01` or `2026-10-01T09:30:00.123456Z`. */
export function instant(text: string): number {
  const [, seconds = "", fraction = ""] = /^([^.]+?)(?:\.(\d{1,6}))?Z?$/.exec(text) ?? [];
  const milliseconds = Date.parse(seconds.includes("T") ? `${seconds}Z` : seconds);
  if (Number.isNaN(milliseconds)) throw new TypeError(`${JSON.stringify(text)} is not a UTC instant`);
  return milliseconds * 1000 + Number(fraction.padEnd(6, "0"));
}

/** Milliseconds always, as JavaScript services print: `2026-10-01T09:30:00.000Z`. */
export function printMilliseconds(at: number): string {
  return new Date(Math.floor(at / 1000)).toISOString();
}

/** Six places or none, as Python services print. */
export function printMicroseconds(at: number): string {
  const fraction = at % second;
  return `${wholeSeconds(at)}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`}Z`;
}

/** As many places as needed, as Go services print. */
export function printTrimmed(at: number): string {
  const fraction = String(at % second)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${wholeSeconds(at)}${fraction === "" ? "" : `.${fraction}`}Z`;
}

/** The UTC date of an instant, `YYYY-MM-DD`. */
export function dateOf(at: number): string {
  return wholeSeconds(at).slice(0, 10);
}

/** The first instant of the UTC day. */
export function startOfDay(at: number): number {
  return Math.floor(at / day) * day;
}

function wholeSeconds(at: number): string {
  return printMilliseconds(at).slice(0, 19);
}
