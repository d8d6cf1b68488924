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
  return createIsWithin(period)(instant);
}

/** `isWithin` for many instants. */
export function createIsWithin(period: { readonly start: string; readonly end: string }): (instant: string) => boolean {
  const [start, end] = [prefixOf(period.start), prefixOf(period.end)];
  return (instant) => instant >= start && instant < end;
}

/** Whether an instant comes before a boundary that is a whole second. */
export function isBefore(instant: string, boundary: string): boolean {
  return instant < prefixOf(boundary);
}

/** A boundary without its Z, which is a prefix of every instant of its second: text order is time order. */
function prefixOf(boundary: string): string {
  return boundary.slice(0, 19);
}
