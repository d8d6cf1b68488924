import type { Big } from "big.js";
import { decimalPlaces } from "../decimal-places.js";
import { createEntry, latestRevision, recordIdOf } from "../entry.js";
import { negated, signOf } from "../exact-decimal.js";
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
import type { EntryKind, LedgerEntry } from "../ledger-entry.js";
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
  const shared = {
    currency: neevcloudCurrency,
    postedAt: readInstant(fields, "created_at"),
    chargePeriod: hourFrom(optionalInstant(fields, "hour_start")),
    resource: optionalText(fields, "type"),
    description: optionalText(fields, "transaction_description") ?? `${type} ${source}`,
  };
  if (type === "DEBIT") return [createEntry(record, revision, { ...shared, kind: "usage", amount: negated(amount) })];
  if (type === "CREDIT") {
    return [createEntry(record, revision, { ...shared, kind: creditKinds.get(source) ?? "unclassified", amount })];
  }
  return [createEntry(record, revision, { ...shared, kind: "unclassified", amount: null, unsignedAmount: amount })];
}

/** An integer of millionths of a dollar, as dollars. */
export function readMicroDollars(fields: Fields, key: string): Big {
  const units = readDecimal(fields, key);
  if (decimalPlaces(units) > 0) {
    refuse(fields, key, "invalid_amount", `${units.toFixed()} micro-dollars is not an integer`);
  }
  return units.times("0.000001");
}

function hourFrom(start: string | null): Period | null {
  if (start === null) return null;
  // The fraction is kept as it came, as parseInstant keeps it.
  const end = new Date(Date.parse(`${start.slice(0, 19)}Z`) + 3_600_000).toISOString().slice(0, 19);
  return { start, end: end + start.slice(19) };
}
