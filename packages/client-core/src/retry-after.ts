/**
 * The wait in milliseconds that a `Retry-After` header asks for, in both forms of RFC 9110 §10.2.3:
 * a count of seconds, or an HTTP date (past dates give 0). Undefined where absent or unreadable.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // An HTTP date begins with a weekday; Date.parse alone would read "1.5" or "-3" as dates too.
  const date = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
