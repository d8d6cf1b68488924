const utcInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The milliseconds since 1970 of a UTC instant (ISO 8601 with Z), finer digits dropped; null where it is none. */
export function toMilliseconds(instant: string): number | null {
  const milliseconds = utcInstant.test(instant) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The UTC instant (ISO 8601 with Z, milliseconds). */
export function toInstant(milliseconds: number): string {
  if (milliseconds !== lastMilliseconds) {
    lastInstant = new Date(milliseconds).toISOString();
    lastMilliseconds = milliseconds;
  }
  return lastInstant;
}

// A page's records were seen at one instant, and are read one after the other.
let lastMilliseconds = 0;
let lastInstant = new Date(0).toISOString();
