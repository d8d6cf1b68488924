const utcInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The milliseconds since 1970 of a UTC instant (ISO 8601 with Z), finer digits dropped; null where it is none. */
export function toMilliseconds(instant: string): number | null {
  const milliseconds = utcInstant.test(instant) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The UTC instant (ISO 8601 with Z, milliseconds). */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const minute = 60_000;
const seconds = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, "0"));
const milliseconds = Array.from({ length: 1000 }, (_, millisecond) => `.${String(millisecond).padStart(3, "0")}Z`);

/** `toInstant` for instants in a row, which are often equal or of one minute: a page was seen at once, postings follow in time. */
export function createInstantMemory(): (instant: number) => string {
  let lastInstant = Number.NaN;
  let lastText = "";
  let start = Number.NaN;
  let prefix = "";
  return (instant) => {
    if (instant === lastInstant) return lastText;
    let rest = instant - start;
    if (!(rest >= 0 && rest < minute)) {
      start = Math.floor(instant / minute) * minute;
      prefix = toInstant(start).slice(0, 17);
      rest = instant - start;
    }
    lastText = `${prefix}${seconds[Math.floor(rest / 1000)]}${milliseconds[rest % 1000]}`;
    lastInstant = instant;
    return lastText;
  };
}
