import { printTrimmed } from "../instant.js";
import type { MovementKind } from "../movement.js";
import { formatNanos, multiplyNanos } from "../nanos.js";
import type { FlexpriceReason, FlexpriceTransaction } from "./transaction.js";
import { type FlexpriceTerms, flexpriceId } from "./wallet-terms.js";

export interface FlexpriceDetails {
  readonly at: number;
  readonly reason: FlexpriceReason | (string & {});
  readonly kind: MovementKind;
  /** Billionths of a credit. */
  readonly credits: bigint;
  readonly reference: readonly [type: FlexpriceTransaction["reference_type"], id: string];
  readonly description: string;
  readonly expiry?: number;
  readonly priority?: number;
  readonly parent?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

export type Direction = FlexpriceTransaction["type"];

/** What credits are worth in the wallet's currency, in billionths: bought at one rate, spent at the other. */
export function worthOf(credits: bigint, direction: Direction, terms: FlexpriceTerms): bigint {
  return multiplyNanos(credits, direction === "credit" ? terms.topupRate : terms.conversionRate);
}

/** A transaction as it is first shown; `before` and `after` are the wallet's credits. */
export function createTransactionRow(
  terms: FlexpriceTerms,
  direction: Direction,
  status: FlexpriceTransaction["transaction_status"],
  details: FlexpriceDetails,
  { before, after }: { readonly before: bigint; readonly after: bigint },
): FlexpriceTransaction {
  const credits = formatNanos(details.credits);
  return {
    id: flexpriceId("wtxn", terms.random),
    wallet_id: terms.walletId,
    customer_id: terms.customerId,
    type: direction,
    amount: formatNanos(worthOf(details.credits, direction, terms)),
    credit_amount: credits,
    credit_balance_before: formatNanos(before),
    credit_balance_after: formatNanos(after),
    transaction_status: status,
    reference_type: details.reference[0],
    reference_id: details.reference[1],
    description: details.description,
    metadata: details.metadata ?? {},
    expiry_date: details.expiry === undefined ? null : printTrimmed(details.expiry),
    credits_available: direction === "credit" && status === "completed" ? credits : "0",
    transaction_reason: details.reason,
    priority: details.priority ?? null,
    currency: terms.currency,
    ...(details.parent !== undefined && { parent_transaction_id: details.parent }),
    conversion_rate: formatNanos(terms.conversionRate),
    topup_conversion_rate: formatNanos(terms.topupRate),
    idempotency_key: terms.random.text(64),
    environment_id: "env_production",
    tenant_id: "tenant_sandbox",
    status: "published",
    created_at: printTrimmed(details.at),
    updated_at: printTrimmed(details.at),
    created_by: "user_billing",
    updated_by: "user_billing",
  };
}
