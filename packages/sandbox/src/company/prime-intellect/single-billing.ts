import { JsonNumber } from "../../json.js";
import { dateOf, printMicroseconds, printMilliseconds } from "../instant.js";
import { formatNanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import type { PrimeIntellectBilling } from "./billing.js";
import { movementOf, type PrimeIntellectBook, primeIntellectId } from "./wallet-book.js";

export interface SingleCharge {
  readonly type: string;
  readonly resourceId: string | null;
  readonly createdAt: number;
  /** On the same day; null where nothing was charged yet. */
  readonly billedAt: number | null;
  /** Billionths of a dollar; negative where a charge is given back. */
  readonly amount: bigint;
}

/** A resource billed once, at its end. */
export function singleBilling(charge: SingleCharge, book: PrimeIntellectBook): Planned<PrimeIntellectBilling> {
  const updatedAt = charge.billedAt ?? charge.createdAt;
  const row: PrimeIntellectBilling = {
    id: primeIntellectId(book.random),
    created_at: printMicroseconds(charge.createdAt),
    updated_at: printMicroseconds(updatedAt),
    last_billed_at: charge.billedAt === null ? null : printMicroseconds(charge.billedAt),
    amount_usd: new JsonNumber(formatNanos(charge.amount)),
    currency: "USD",
    resource_type: charge.type,
    resource_id: charge.resourceId,
  };
  const at = printMilliseconds(updatedAt);
  const movement = {
    ...movementOf(book),
    recordId: row.id,
    kind: charge.amount < 0n ? ("refund" as const) : ("usage" as const),
    amount: -charge.amount,
    service: charge.type,
    postedOn: dateOf(updatedAt),
    incurredOn: dateOf(updatedAt),
    at,
  };
  return { timeline: [{ at, row }], movements: [movement] };
}
