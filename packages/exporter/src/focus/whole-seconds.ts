/** A stretch of time in whole seconds, `YYYY-MM-DDTHH:mm:ssZ`, end exclusive. */
export interface SecondPeriod {
  readonly start: string;
  readonly end: string;
}

/** The whole seconds that hold a half-open period of UTC instants; at least one, for FOCUS writes no fractions. */
export function wholeSeconds(start: string, end: string): SecondPeriod {
  const first = secondOf(start);
  const last = secondOf(end);
  const isWhole = !/[1-9]/.test(end.slice(19)) && last > first;
  return { start: first, end: isWhole ? last : nextSecond(last) };
}

function secondOf(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}

function nextSecond(second: string): string {
  return secondOf(new Date(Date.parse(second) + 1000).toISOString());
}
