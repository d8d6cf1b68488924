import type { Big } from "big.js";
import { decimalPlaces } from "../decimal-places.js";
import { createEntry, latestRevision, type Movement, moved, ofUnknownSign, recordIdOf } from "../entry.js";
import { negated } from "../exact-decimal.js";
import {
  type Fields,
  openFields,
  optionalDecimal,
  optionalFields,
  optionalText,
  readInstant,
  readMagnitude,
  readText,
  refuse,
} from "../fields.js";
import type { EntryKind, LedgerEntry } from "../ledger-entry.js";
import type { SourceRecord } from "../record.js";

export const wavespeedSearch = "POST /api/v3/billings/search";

/** The provider documents `price` as an "amount in USD"; records name no currency. */
export const wavespeedCurrency = "USD";

/**
 * One billing row → one entry: `deduct` is usage, `refund` brings the price back, and `price`
 * is positive in both. Understands both forms of the row in use (`access_key_id` or
 * `access_key_uuid`, `order.status` as text or number). Source: wavespeed.ai/docs/check-billings
 * and the provider's own command-line tool.
 */
export function normalizeWavespeedSearch(record: SourceRecord): readonly LedgerEntry[] {
  const revision = latestRevision(record);
  const fields = openFields(revision.body, recordIdOf(record));
  const price = readPrice(fields);
  const type = readText(fields, "billing_type");
  const order = optionalFields(fields, "order");
  const prediction = optionalFields(fields, "prediction");
  const listPrice = order === null ? null : optionalDecimal(order, "origin_price");
  const model = prediction === null ? null : optionalText(prediction, "model_uuid");
  const movement = movementOf(type, price);
  return [
    createEntry(record, revision, {
      id: fields.recordId,
      movement,
      currency: wavespeedCurrency,
      postedAt: readInstant(fields, "created_at"),
      chargePeriod: null,
      service: model,
      resource: prediction === null ? null : optionalText(prediction, "uuid"),
      keyName: keyName(fields),
      description: describe(model ?? type, keyName(fields)),
      credits: null,
      listAmount: listPrice === null || movement.amount === null ? null : signed(listPrice, movement.kind),
      estimated: false,
    }),
  ];
}

function movementOf(type: string, price: Big): Movement {
  if (type === "deduct") return moved("usage", negated(price));
  if (type === "refund") return moved("refund", price);
  return ofUnknownSign(price);
}

function signed(listPrice: Big, kind: EntryKind): Big {
  return kind === "usage" ? negated(listPrice) : listPrice;
}

/** Old rows had millionths of a dollar in the same field (`price: 24300` for $0.0243): refused, as only the size tells. */
function readPrice(fields: Fields): Big {
  const price = readMagnitude(fields, "price");
  if (decimalPlaces(price) === 0 && price.gte("1000")) {
    refuse(
      fields,
      "price",
      "implausible_unit",
      `${price.toFixed()} for one prediction looks like the provider's former micro-dollars, not dollars`,
    );
  }
  return price;
}

function keyName(fields: Fields): string | null {
  return (
    optionalText(fields, "access_key_name") ??
    optionalText(fields, "access_key_id") ??
    optionalText(fields, "access_key_uuid")
  );
}

function describe(what: string, key: string | null): string {
  return key === null ? what : `${what} (key ${key})`;
}
