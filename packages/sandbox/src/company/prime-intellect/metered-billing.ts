import { JsonNumber } from "../../json.js";
import { dataEnd } from "../calendar.js";
import { dateOf, day, minute, printMicroseconds, printMilliseconds, startOfDay } from "../instant.js";
import type { Movement } from "../movement.js";
import { formatNanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import type { State } from "../timeline.js";
import type { PrimeIntellectBilling } from "./billing.js";
import { movementOf, type PrimeIntellectBook, primeIntellectId } from "./wallet-book.js";

export interface MeteredResource {
  readonly type: string;
  readonly resourceId: string | null;
  /** Whole minutes, so that a share by duration has no more than four decimals. */
  readonly start: number;
  /** A resource whose end lies behind the data's is still running. */
  readonly end: number;
  /** Billionths of a dollar. */
  readonly perMinute: bigint;
}

/** A resource billed by the minute: one row that grows, here shown at its creation, at every midnight and at its end. */
export function meterBilling(resource: MeteredResource, book: PrimeIntellectBook): Planned<PrimeIntellectBilling> {
  const id = primeIntellectId(book.random);
  const end = Math.min(resource.end, dataEnd);
  const midnights: number[] = [];
  for (let at = startOfDay(resource.start) + day; at < end; at += day) midnights.push(at);

  const stateOf = (at: number): State<PrimeIntellectBilling> => ({
    at: printMilliseconds(at),
    row: {
      id,
      created_at: printMicroseconds(resource.start),
      updated_at: printMicroseconds(at),
      last_billed_at: at === resource.start ? null : printMicroseconds(at),
      amount_usd: new JsonNumber(formatNanos(charge(resource, resource.start, at))),
      currency: "USD",
      resource_type: resource.type,
      resource_id: resource.resourceId,
    },
  });
  const billed = [...midnights, end].filter((at) => at > resource.start);
  const movements = billed.map((at, index): Movement => {
    const since = billed[index - 1] ?? resource.start;
    return {
      ...movementOf(book),
      recordId: id,
      kind: "usage",
      amount: -charge(resource, since, at),
      service: resource.type,
      postedOn: dateOf(since),
      incurredOn: dateOf(since),
      at: printMilliseconds(at),
    };
  });
  return { timeline: [stateOf(resource.start), ...billed.map(stateOf)], movements };
}

function charge({ perMinute }: MeteredResource, from: number, to: number): bigint {
  return (perMinute * BigInt(to - from)) / BigInt(minute);
}
