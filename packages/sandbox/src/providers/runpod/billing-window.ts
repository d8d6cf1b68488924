import { parseInstantKey } from "../../server/instant-key.js";
import { readInteger } from "../../server/read-integer.js";
import { type BucketSize, bucketEnd, bucketSizes, bucketStart } from "./buckets.js";

/** What a query asks for: whole buckets, in milliseconds since the epoch, without the end. */
export interface BillingWindow {
  readonly size: BucketSize;
  readonly start: number;
  readonly end: number;
}

/** A refusal, with its status. */
export interface WindowProblem {
  readonly status: 400 | 422;
  readonly detail: string;
}

const thirtyDays = 30 * 86_400_000;

/** Reads the window of a query, moved outwards to the boundaries of its buckets. `now` in milliseconds. */
export function readWindow(query: Readonly<Record<string, string>>, now: number): BillingWindow | WindowProblem {
  const { startTime, endTime, bucketSize = "day", lastN } = query;
  const size = bucketSizes.find((each) => each === bucketSize);
  if (size === undefined) return { status: 422, detail: "bucketSize is none of the documented ones" };
  if (lastN !== undefined) {
    const count = readInteger(lastN, 1, 1);
    if (count === null) return { status: 422, detail: "lastN must be an integer from 1" };
    if (startTime !== undefined || endTime !== undefined)
      return { status: 400, detail: "lastN cannot be combined with startTime or endTime" };
    let start = bucketStart(size, now);
    for (let left = count; left > 1; left -= 1) start = bucketStart(size, start - 1);
    return { size, start, end: bucketEnd(size, bucketStart(size, now)) };
  }
  for (const text of [startTime, endTime])
    if (text !== undefined && parseInstantKey(text) === null) return { status: 422, detail: `${text} is not RFC 3339` };
  const start = startTime === undefined ? now - thirtyDays : Date.parse(startTime);
  const end = endTime === undefined ? now : Date.parse(endTime);
  if (start >= end) return { status: 400, detail: "startTime must be before endTime" };
  const last = bucketStart(size, end);
  return { size, start: bucketStart(size, start), end: last === end ? end : bucketEnd(size, last) };
}
