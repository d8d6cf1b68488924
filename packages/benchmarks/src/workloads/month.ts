/** The month that every workload fills: long over, so that no record of it counts as arriving during a run. */
export const month = "2025-10";
export const monthStart = Date.UTC(2025, 9, 1);
const monthLength = Date.UTC(2025, 10, 1) - monthStart;

/** The posting of record `index` of `records`, spread evenly over the month, in milliseconds. */
export function postingOf(index: number, records: number): number {
  return monthStart + Math.floor((index * monthLength) / records);
}

/** The index of the first record posted at `instant` or later; `records` where there is none. */
export function firstFrom(instant: number, records: number): number {
  return Math.min(records, Math.max(0, Math.ceil(((instant - monthStart) * records) / monthLength)));
}
