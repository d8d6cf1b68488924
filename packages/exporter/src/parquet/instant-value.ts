const utc = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6})0*)?Z$/;

/** Microseconds since 1970 of a UTC instant; null where there is none, or it is finer than that. */
export function instantValue(instant: string | null): bigint | null {
  const [, second, fraction = ""] = utc.exec(instant ?? "") ?? [];
  if (second === undefined) return null;
  return BigInt(Date.parse(`${second}Z`)) * 1000n + BigInt(fraction.padEnd(6, "0"));
}

const day = 86_400_000;

/** Days since 1970 of a date, `YYYY-MM-DD`. */
export function dateValue(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}
