import type { Big } from "big.js";
import type { Calendar } from "../calendar.js";
import { decimalText } from "../decimal-text.js";
import { createEntry, latestRevision, type Movement, moved, ofUnknownSign, recordIdOf } from "../entry.js";
import { negated } from "../exact-decimal.js";
import {
  type Fields,
  openFields,
  optionalDecimal,
  optionalText,
  readCurrency,
  readInstant,
  readMagnitude,
  readText,
} from "../fields.js";
import type { EntryKind, LedgerEntry } from "../ledger-entry.js";
import type { SourceRecord } from "../record.js";

export const flexpriceTransactions = "GET /wallets/{id}/transactions";

/** What a transaction is, by its reason, for each direction. */
const kinds: ReadonlyMap<string, { readonly credit: EntryKind; readonly debit: EntryKind }> = new Map([
  ["PURCHASED_CREDIT_DIRECT", { credit: "top-up", debit: "adjustment" }],
  ["PURCHASED_CREDIT_INVOICED", { credit: "top-up", debit: "adjustment" }],
  ["FREE_CREDIT_GRANT", { credit: "grant", debit: "adjustment" }],
  ["SUBSCRIPTION_CREDIT_GRANT", { credit: "grant", debit: "adjustment" }],
  ["PURCHASED_CREDIT_BONUS", { credit: "grant", debit: "adjustment" }],
  ["CREDIT_NOTE", { credit: "refund", debit: "adjustment" }],
  ["INVOICE_VOID_REFUND", { credit: "refund", debit: "adjustment" }],
  ["CREDIT_EXPIRED", { credit: "adjustment", debit: "expiry" }],
  ["WALLET_TERMINATION", { credit: "adjustment", debit: "expiry" }],
  ["INVOICE_PAYMENT", { credit: "adjustment", debit: "usage" }],
  ["CREDIT_ADJUSTMENT", { credit: "adjustment", debit: "usage" }],
  ["MANUAL_BALANCE_DEBIT", { credit: "adjustment", debit: "usage" }],
]);

/**
 * A completed wallet transaction → one entry in the wallet's currency, its credits as the
 * quantity; pending and failed ones moved nothing and give none. Source: the provider's
 * documented `GET /wallets/{id}/transactions`; amounts are magnitudes, the sign is the type's.
 */
export function normalizeFlexprice(record: SourceRecord, calendar: Calendar): readonly LedgerEntry[] {
  const revision = latestRevision(record);
  const fields = openFields(revision.body, recordIdOf(record));
  const status = readText(fields, "transaction_status");
  if (status === "pending" || status === "failed") return [];

  const amount = readMagnitude(fields, "amount");
  const credits = optionalDecimal(fields, "credit_amount");
  const type = readText(fields, "type");
  const reason = optionalText(fields, "transaction_reason");
  const { postedAt, estimated } = bookedAt(record, fields, reason, calendar);
  return [
    createEntry(record, revision, {
      id: fields.recordId,
      movement: movementOf(status, type, reason, amount),
      currency: readCurrency(fields, "currency"),
      postedAt,
      // The month of use stands on the provider's invoice, which a transaction only refers to.
      chargePeriod: null,
      service: null,
      resource: optionalText(fields, "reference_id"),
      description: optionalText(fields, "description") ?? reason ?? type,
      credits: credits === null ? null : decimalText(credits),
      ...creditBalancesOf(fields),
      listAmount: null,
      estimated,
    }),
  ];
}

/** Both are in the wallet's credits, and settled by the time that a transaction is completed. */
function creditBalancesOf(fields: Fields): Pick<LedgerEntry, "creditBalances"> {
  const before = optionalDecimal(fields, "credit_balance_before");
  const after = optionalDecimal(fields, "credit_balance_after");
  if (before === null || after === null) return {};
  return { creditBalances: { before: decimalText(before), after: decimalText(after) } };
}

function movementOf(status: string, type: string, reason: string | null, amount: Big): Movement {
  // An unknown status may or may not have moved money, so its figure stays outside the totals.
  if (status !== "completed" || (type !== "credit" && type !== "debit")) return ofUnknownSign(amount);
  const kind = kinds.get(reason ?? "")?.[type] ?? "unclassified";
  return moved(kind, type === "credit" ? amount : negated(amount));
}

/**
 * A purchase by invoice is created pending and keeps its `created_at` when it completes, so the
 * wallet moved at the `updated_at` of the first state seen as completed. Later spending of the
 * credits moves `updated_at` too: where that may have carried it over a month end, it is estimated.
 */
function bookedAt(
  record: SourceRecord,
  fields: Fields,
  reason: string | null,
  calendar: Calendar,
): { postedAt: string; estimated: boolean } {
  const createdAt = readInstant(fields, "created_at");
  if (record.revisions.length === 1 && reason !== "PURCHASED_CREDIT_INVOICED")
    return { postedAt: createdAt, estimated: false };
  const states = record.revisions.map((revision) => openFields(revision.body, fields.recordId));
  const wasPending = states.some((state) => state.values.transaction_status === "pending");
  if (!wasPending && reason !== "PURCHASED_CREDIT_INVOICED") return { postedAt: createdAt, estimated: false };

  const completed = states.find((state) => state.values.transaction_status === "completed") ?? fields;
  const postedAt = readInstant(completed, "updated_at");
  const left = optionalDecimal(completed, "credits_available");
  const isUntouched = left !== null && optionalDecimal(completed, "credit_amount")?.eq(left) === true;
  const staysInMonth = calendar.monthOf(createdAt) === calendar.monthOf(postedAt);
  return { postedAt, estimated: !wasPending && !isUntouched && !staysInMonth };
}
