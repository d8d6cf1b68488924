import type { Big } from "big.js";
import { decimalPlaces } from "../decimal-places.js";
import { createEntry, latestRevision, type Movement, moved, ofUnknownSign, recordIdOf } from "../entry.js";
import { negated, signOf, timesPowerOfTen } from "../exact-decimal.js";
import {
  type Fields,
  openFields,
  optionalInstant,
  optionalText,
  readDecimal,
  readInstant,
  readText,
  refuse,
} from "../fields.js";
import type { Bucket, EntryKind, LedgerEntry } from "../ledger-entry.js";
import type { Period } from "../month.js";
import type { SourceRecord } from "../record.js";

export const neevcloudTransactions = "GET /api/v1/orgs/{org_id}/wallets/transactions";

/** The provider says "micro_dollars" and names no currency: an assumption, stated in the README. */
export const neevcloudCurrency = "USD";

const creditKinds: ReadonlyMap<string, EntryKind> = new Map([
  ["payment", "top-up"],
  ["grant", "grant"],
  ["coupon", "grant"],
  ["refer_and_earn", "grant"],
  ["system", "adjustment"],
]);

/** Which part of the wallet a transaction moves; on a debit the source is read as the part that paid. */
const buckets: ReadonlyMap<string, Bucket> = new Map([
  ["payment", "paid"],
  ["grant", "granted"],
  ["coupon", "granted"],
  ["refer_and_earn", "earned"],
]);

/**
 * One wallet transaction → one entry, posted at `created_at`, incurred in the hour from
 * `hour_start`. Source: docs.ai.neevcloud.com/api-reference/billing/wallets. The sign of
 * amounts is not documented; they are read as magnitudes, and a negative one is refused.
 */
export function normalizeNeevcloud(record: SourceRecord): readonly LedgerEntry[] {
  const revision = latestRevision(record);
  const fields = openFields(revision.body, recordIdOf(record));
  const amount = readMicroDollars(fields, "amount_micro_dollars");
  if (signOf(amount) < 0) {
    refuse(
      fields,
      "amount_micro_dollars",
      "undocumented_sign",
      "the amount is negative, which the provider does not document",
    );
  }
  const type = readText(fields, "transaction_type");
  const source = readText(fields, "transaction_source");
  return [
    createEntry(record, revision, {
      id: fields.recordId,
      movement: movementOf(type, source, amount),
      currency: neevcloudCurrency,
      postedAt: readInstant(fields, "created_at"),
      chargePeriod: hourFrom(optionalInstant(fields, "hour_start")),
      bucket: buckets.get(source) ?? null,
      service: null,
      resource: optionalText(fields, "type"),
      description: optionalText(fields, "transaction_description") ?? `${type} ${source}`,
      credits: null,
      listAmount: null,
      estimated: false,
    }),
  ];
}

function movementOf(type: string, source: string, amount: Big): Movement {
  if (type === "DEBIT") return moved("usage", negated(amount));
  if (type === "CREDIT") return moved(creditKinds.get(source) ?? "unclassified", amount);
  return ofUnknownSign(amount);
}

/** An integer of millionths of a dollar, as dollars. */
export function readMicroDollars(fields: Fields, key: string): Big {
  const units = readDecimal(fields, key);
  if (decimalPlaces(units) > 0) {
    refuse(fields, key, "invalid_amount", `${units.toFixed()} micro-dollars is not an integer`);
  }
  return timesPowerOfTen(units, -6);
}

let latestHour: Period | null = null;

/** The hour that starts at an instant, which is not always a full one. Remembers the latest: all that ran in it are charged for it. */
function hourFrom(start: string | null): Period | null {
  if (start === null) return null;
  if (latestHour?.start !== start) latestHour = readHour(start);
  return latestHour;
}

function readHour(start: string): Period {
  const hour = Number(start.slice(11, 13));
  if (hour < 23) return { start, end: `${start.slice(0, 11)}${String(hour + 1).padStart(2, "0")}${start.slice(13)}` };
  const nextDay = new Date(Date.parse(`${start.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { start, end: `${nextDay}T00${start.slice(13)}` };
}
