export const bucketSizes = ["hour", "day", "week", "month", "year"] as const;
export type BucketSize = (typeof bucketSizes)[number];

const hour = 3_600_000;
const day = 24 * hour;

/** Monday, 5 January 1970: on which day the provider's weeks begin is not documented. */
const firstMonday = 4 * day;

/** The first instant of the bucket that holds an instant, UTC, in milliseconds since the epoch. */
export function bucketStart(size: BucketSize, at: number): number {
  const date = new Date(at);
  switch (size) {
    case "hour":
      return Math.floor(at / hour) * hour;
    case "day":
      return Math.floor(at / day) * day;
    case "week":
      return Math.floor((at - firstMonday) / (7 * day)) * 7 * day + firstMonday;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
    case "year":
      return Date.UTC(date.getUTCFullYear(), 0);
  }
}

/** The first instant after a bucket, by its own first instant. */
export function bucketEnd(size: BucketSize, start: number): number {
  const date = new Date(start);
  switch (size) {
    case "hour":
      return start + hour;
    case "day":
      return start + day;
    case "week":
      return start + 7 * day;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    case "year":
      return Date.UTC(date.getUTCFullYear() + 1, 0);
  }
}

/** As the provider's examples print instants. */
export function printSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
