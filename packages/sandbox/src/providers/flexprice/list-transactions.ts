import type { FlexpriceTransaction } from "../../company/flexprice/transaction.js";
import type { FlexpriceWallet } from "../../company/flexprice/wallet.js";
import { compareTexts } from "../../compare-texts.js";
import { instantKey } from "../../server/instant-key.js";
import { readInteger } from "../../server/read-integer.js";
import type { SandboxStore } from "../../store/sandbox-store.js";
import { readFilters } from "./transaction-filters.js";
import { printWallet, transactionsOf } from "./wallet-answers.js";

/** `GET /wallets/{id}/transactions`: one page; a text where a parameter is not accepted. */
export function listTransactions(
  wallet: FlexpriceWallet,
  store: SandboxStore["flexprice"],
  query: Readonly<Record<string, string>>,
  nulls: boolean,
) {
  const limit = readInteger(query.limit, 50, 1, 1000);
  const offset = readInteger(query.offset, 0, 0);
  if (limit === null) return "limit must be an integer from 1 to 1000";
  if (offset === null) return "offset must be an integer from 0";
  const { order = "desc", sort = "created_at" } = query;
  if (order !== "asc" && order !== "desc") return "order must be asc or desc";
  if (sort !== "created_at" && sort !== "updated_at") return `cannot sort by ${sort}`;
  const filters = readFilters(query);
  if (typeof filters === "string") return filters;

  const { limit: _limit, offset: _offset, expand = "", ...chosen } = query;
  const key = `${wallet.id} ${JSON.stringify(Object.entries(chosen).sort())}`;
  const all = transactionsOf(wallet, store);
  const rows = store.transactions.view(key, () =>
    sortBy(
      all.filter((row) => filters.every((accepts) => accepts(row))),
      sort,
      order,
    ),
  );
  const expanded = expand.split(",");
  return {
    items: rows.slice(offset, offset + limit).map((row) => ({
      ...row,
      ...(nulls && { metadata: null, conversion_rate: null, topup_conversion_rate: null }),
      ...(expanded.includes("wallet") && { wallet: printWallet(wallet, store, nulls) }),
      ...(expanded.includes("customer") && { customer: { id: row.customer_id, name: "Acme Motion Labs" } }),
      ...(expanded.includes("created_by_user") && { created_by_user: { id: row.created_by } }),
    })),
    // The offset is the next page's, as the provider prints it.
    pagination: { total: rows.length, limit, offset: offset + limit },
  };
}

/** Rows of one instant stay in the order in which they were added, either way: there is no tie-breaker. */
function sortBy(
  rows: readonly FlexpriceTransaction[],
  field: "created_at" | "updated_at",
  order: "asc" | "desc",
): readonly FlexpriceTransaction[] {
  const sign = order === "asc" ? 1 : -1;
  return rows
    .map((row) => ({ row, key: instantKey(row[field]) }))
    .sort((one, other) => sign * compareTexts(one.key, other.key))
    .map(({ row }) => row);
}
