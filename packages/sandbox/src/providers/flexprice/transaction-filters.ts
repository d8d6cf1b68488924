import type { FlexpriceTransaction } from "../../company/flexprice/transaction.js";
import { Exact } from "../../exact-decimal.js";
import { instantKey, parseInstantKey } from "../../server/instant-key.js";

type Filter = (row: FlexpriceTransaction) => boolean;

const words = {
  type: ["credit", "debit"],
  transaction_status: ["pending", "completed", "failed"],
  transaction_reason: [
    "INVOICE_PAYMENT",
    "FREE_CREDIT_GRANT",
    "SUBSCRIPTION_CREDIT_GRANT",
    "PURCHASED_CREDIT_INVOICED",
    "PURCHASED_CREDIT_DIRECT",
    "PURCHASED_CREDIT_BONUS",
    "CREDIT_NOTE",
    "CREDIT_EXPIRED",
    "WALLET_TERMINATION",
    "MANUAL_BALANCE_DEBIT",
    "CREDIT_ADJUSTMENT",
    "INVOICE_VOID_REFUND",
  ],
  status: ["published", "deleted", "archived"],
} as const satisfies Partial<Record<keyof FlexpriceTransaction, readonly string[]>>;

/** Both ends of the time range are included. */
const instants: Readonly<Record<string, (row: FlexpriceTransaction, key: string) => boolean>> = {
  start_time: (row, key) => instantKey(row.created_at) >= key,
  end_time: (row, key) => instantKey(row.created_at) <= key,
  expiry_date_before: (row, key) => row.expiry_date !== null && instantKey(row.expiry_date) < key,
  expiry_date_after: (row, key) => row.expiry_date !== null && instantKey(row.expiry_date) > key,
};

/** The filters that a query asks for; a text where one is not accepted. Published rows only, unless asked otherwise. */
export function readFilters(query: Readonly<Record<string, string>>): readonly Filter[] | string {
  const filters: Filter[] = [];
  for (const [name, accepted] of Object.entries(words)) {
    const field = name as keyof typeof words;
    const value = query[name] ?? (name === "status" ? "published" : undefined);
    if (value === undefined) continue;
    if (!(accepted as readonly string[]).includes(value)) return `${name} must be one of ${accepted.join(", ")}`;
    filters.push((row) => row[field] === value);
  }
  for (const [name, accepts] of Object.entries(instants)) {
    const text = query[name];
    if (text === undefined) continue;
    const key = parseInstantKey(text);
    if (key === null) return `${name} must be an RFC 3339 instant`;
    filters.push((row) => accepts(row, key));
  }
  const { reference_type, reference_id, created_by, priority, credits_available_gt } = query;
  if (reference_type !== undefined && reference_id === undefined) return "reference_type needs reference_id";
  if (reference_type !== undefined) filters.push((row) => row.reference_type === reference_type);
  if (reference_id !== undefined) filters.push((row) => row.reference_id === reference_id);
  if (created_by !== undefined) filters.push((row) => row.created_by === created_by);
  if (priority !== undefined) {
    if (!/^-?\d{1,9}$/.test(priority)) return "priority must be an integer";
    filters.push((row) => row.priority === Number(priority));
  }
  if (credits_available_gt !== undefined) {
    if (!/^-?\d+(\.\d+)?$/.test(credits_available_gt)) return "credits_available_gt must be a decimal number";
    filters.push((row) => new Exact(row.credits_available).gt(credits_available_gt));
  }
  return filters;
}
