import type { Big } from "big.js";
import type { Calendar } from "../calendar.js";
import { createEntry, moved, recordIdOf } from "../entry.js";
import { negated, signOf } from "../exact-decimal.js";
import {
  openFields,
  optionalInstant,
  optionalText,
  readCurrency,
  readDecimal,
  readInstant,
  readText,
  refuse,
} from "../fields.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { Revision, SourceRecord } from "../record.js";
import { spreadOverMonths } from "../spread-over-months.js";

export const primeIntellectWallet = "GET /api/v1/billing/wallet";

/** The provider's own unit is a ten-thousandth of a dollar; a row is not cut finer than that. */
const storedPlaces = 4;

interface Row {
  readonly amount: Big;
  readonly currency: string;
  readonly createdAt: string;
  readonly billedAt: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
}

/**
 * A billing row is the running total of one resource and changes until the resource ends. The
 * first state seen books its amount, each later one the difference, over the time since the
 * state before. Time that spans several months of the calendar is split by duration, exactly,
 * and marked estimated. More to pay is usage (−), less is a refund (+), no change books nothing.
 * Source: docs.primeintellect.ai, "Wallet balance + most recent billing rows"; that the total is
 * cumulative is inferred, and the README says so.
 */
export function normalizePrimeIntellect(record: SourceRecord, calendar: Calendar): readonly LedgerEntry[] {
  const recordId = recordIdOf(record);
  const entries: LedgerEntry[] = [];
  let before: Row | null = null;
  for (const revision of record.revisions) {
    const row = readRow(revision, recordId);
    const charge: Big = before === null ? row.amount : row.amount.minus(before.amount);
    if (before === null || signOf(charge) !== 0) {
      const accrual = { start: before === null ? row.createdAt : before.billedAt, end: row.billedAt };
      for (const share of spreadOverMonths(negated(charge), accrual, calendar, storedPlaces)) {
        entries.push(
          createEntry(record, revision, {
            id: recordId + suffixOf(before === null ? null : revision.number, share.month),
            movement: moved(signOf(charge) < 0 ? "refund" : "usage", share.amount),
            currency: row.currency,
            postedAt: share.postedAt,
            chargePeriod: share.chargePeriod,
            service: row.resourceType,
            resource: row.resourceId,
            description: row.resourceId === null ? row.resourceType : `${row.resourceType} ${row.resourceId}`,
            credits: null,
            listAmount: null,
            estimated: share.estimated,
          }),
        );
      }
    }
    before = row;
  }
  return entries;
}

/** `#2` for a later state, `#2026-10` for a month's share, `#2.2026-10` for a share of a later state. */
function suffixOf(revision: number | null, month: string | null): string {
  const parts = [revision, month].filter((part) => part !== null);
  return parts.length === 0 ? "" : `#${parts.join(".")}`;
}

function readRow(revision: Revision, recordId: string): Row {
  const fields = openFields(revision.body, recordId);
  const currency = readCurrency(fields, "currency");
  if (currency !== "USD") {
    refuse(fields, "currency", "contradictory_record", `it says ${currency}, but the amount's own name says USD`);
  }
  return {
    amount: readDecimal(fields, "amount_usd"),
    currency,
    createdAt: readInstant(fields, "created_at"),
    // Documented as null until the first billing; the provider's own tool then shows updated_at.
    billedAt: optionalInstant(fields, "last_billed_at") ?? readInstant(fields, "updated_at"),
    resourceType: readText(fields, "resource_type"),
    resourceId: optionalText(fields, "resource_id"),
  };
}
