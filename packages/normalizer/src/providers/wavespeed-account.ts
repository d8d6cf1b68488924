import type { Big } from "big.js";
import { createEntry, latestRevision, type Movement, moved, ofUnknownSign, recordIdOf } from "../entry.js";
import { signOf } from "../exact-decimal.js";
import { type Fields, openFields, optionalText, readCurrency, readDecimal, readInstant, readText } from "../fields.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { Money } from "../money.js";
import type { SourceRecord } from "../record.js";

export const wavespeedAccount = "GET /api/v3/account/billings";

/**
 * A completed top-up → one entry; pending and failed ones moved nothing. Usage rows give none:
 * they are the same money as the rows of billings/search. What else the list holds may be too,
 * so it is shown outside the totals. Source: wavespeed.ai/docs/check-billings (earlier page).
 */
export function normalizeWavespeedAccount(record: SourceRecord): readonly LedgerEntry[] {
  const revision = latestRevision(record);
  const fields = openFields(revision.body, recordIdOf(record));
  const type = readText(fields, "type");
  const status = readText(fields, "status");
  if (type === "usage" || (type === "topup" && (status === "pending" || status === "failed"))) return [];

  const amount = readDecimal(fields, "amount");
  return [
    createEntry(record, revision, {
      id: fields.recordId,
      movement: movementOf(type, status, amount),
      currency: readCurrency(fields, "currency"),
      postedAt: readInstant(fields, "created_at"),
      chargePeriod: null,
      service: null,
      resource: null,
      description: describe(fields, type),
      credits: null,
      listAmount: null,
      estimated: false,
    }),
  ];
}

function movementOf(type: string, status: string, amount: Big): Movement {
  if (type !== "topup" || status !== "completed") return ofUnknownSign(amount.abs());
  // A top-up that takes money out, such as a reversed payment, has a sign but no documented meaning.
  return moved(signOf(amount) < 0 ? "adjustment" : "top-up", amount);
}

/** A usage row of account/billings: a second figure for the same spending, to compare and never to add. */
export interface AccountUsage {
  /** Negative, as the provider prints it. */
  readonly amount: Money;
  readonly postedAt: string;
  readonly model: string | null;
}

/** The cross-check figure of a completed usage row; null for every other row. Throws `NormalizationError`. */
export function readAccountUsage(record: SourceRecord): AccountUsage | null {
  const fields = openFields(latestRevision(record).body, recordIdOf(record));
  if (readText(fields, "type") !== "usage" || readText(fields, "status") !== "completed") return null;
  return {
    amount: { amount: readDecimal(fields, "amount"), currency: readCurrency(fields, "currency") },
    postedAt: readInstant(fields, "created_at"),
    model: optionalText(fields, "model"),
  };
}

function describe(fields: Fields, type: string): string {
  const method = optionalText(fields, "payment_method");
  return method === null ? type : `${type} by ${method}`;
}
