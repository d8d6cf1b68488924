/** Milliseconds since the Unix epoch, as WaveSpeed documents; RFC 3339, as its own command-line client sends. */
export type TimeForm = "milliseconds" | "rfc3339";

/**
 * Writes an instant for `start_time` and `end_time` of the search. Where the service answers one form with HTTP 400,
 * try the other. Throws `RangeError` on an invalid date.
 */
export function encodeTime(instant: Date, form: TimeForm = "milliseconds"): string {
  const text = instant.toISOString();
  return form === "rfc3339" ? text : String(instant.getTime());
}
