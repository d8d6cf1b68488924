import type { NeevCloudTransaction } from "../company/neevcloud/transaction.js";
import { compareTexts } from "../compare-texts.js";
import { type Answer, ok } from "../server/answer.js";
import { hasBearer } from "../server/bearer.js";
import { instantKey } from "../server/instant-key.js";
import type { Call, ProviderService } from "../server/provider-service.js";
import { readInteger } from "../server/read-integer.js";
import type { SandboxStore } from "../store/sandbox-store.js";

type Store = SandboxStore["neevcloud"];

export interface NeevCloudOptions {
  /** The order of the transactions, which the provider leaves open; `newest-first` by default, `scattered` is by id. */
  readonly order?: "newest-first" | "oldest-first" | "scattered";
}

/** NeevCloud's wallet with its four balances, and its transactions. */
export function createNeevCloudService(
  store: Store,
  apiKey: string,
  { order = "newest-first" }: NeevCloudOptions,
): ProviderService {
  const path = "/api/v1/orgs/{org_id}/wallets";
  return {
    operations: [
      { method: "GET", path, answer: (call) => readWallet(store, call) },
      { method: "GET", path: `${path}/transactions`, answer: (call) => listTransactions(store, order, call) },
    ],
    authorize: (headers) => (hasBearer(headers, apiKey) ? null : fail(401, "The token was not accepted")),
    fail,
    rowsAt: ["transactions"],
  };
}

const codes: Readonly<Record<number, string>> = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden",
  404: "wallet_not_found",
  405: "method_not_allowed",
  429: "too_many_requests",
};

function fail(status: number, message: string): Answer {
  return { status, body: { code: codes[status] ?? "internal_error", message } };
}

function readWallet(store: Store, { params }: Call): Answer {
  if (params.org_id !== store.orgId) return fail(404, `There is no wallet of the organization ${params.org_id}`);
  const balances = store.transactions.view("balances", sumParts);
  return ok({
    org_id: store.orgId,
    balance_micro_dollars: balances.payment + balances.grants + balances.earn,
    payment_balance_micro_dollars: balances.payment,
    grants_balance_micro_dollars: balances.grants,
    earn_balance_micro_dollars: balances.earn,
    created_at: store.createdAt,
    updated_at: store.transactions.view("newest", (rows) => newestFirst(rows)[0]?.created_at) ?? store.createdAt,
  });
}

/** Integers of micro-dollars; the source says which part of the wallet a movement belongs to. */
function sumParts(rows: readonly NeevCloudTransaction[]): { payment: number; grants: number; earn: number } {
  const sums = { payment: 0, grants: 0, earn: 0 };
  for (const { transaction_source: source, transaction_type: type, amount_micro_dollars: amount } of rows) {
    const part =
      source === "grant" || source === "coupon" ? "grants" : source === "refer_and_earn" ? "earn" : "payment";
    sums[part] += type === "CREDIT" ? amount : -amount;
  }
  return sums;
}

function listTransactions(
  store: Store,
  order: NonNullable<NeevCloudOptions["order"]>,
  { params, query }: Call,
): Answer {
  const page = readInteger(query.page, 1, 1);
  const size = readInteger(query.items_per_page, 20, 1, 100);
  if (page === null) return fail(400, "page must be an integer from 1");
  if (size === null) return fail(400, "items_per_page must be an integer from 1 to 100");
  if (params.org_id !== store.orgId) return fail(400, `${params.org_id} is not an organization of this token`);
  const rows = store.transactions.view(order, orders[order]);
  return ok({
    transactions: rows.slice((page - 1) * size, page * size),
    pagination: {
      total_items: rows.length,
      total_pages: Math.ceil(rows.length / size),
      current_page: page,
      items_per_page: size,
    },
  });
}

function newestFirst(rows: readonly NeevCloudTransaction[]): readonly NeevCloudTransaction[] {
  return rows
    .map((row) => ({ row, key: instantKey(row.created_at) }))
    .sort((one, other) => compareTexts(other.key, one.key) || compareTexts(one.row.id, other.row.id))
    .map(({ row }) => row);
}

const orders = {
  "newest-first": newestFirst,
  "oldest-first": (rows) => [...newestFirst(rows)].reverse(),
  scattered: (rows) => rows.toSorted((one, other) => compareTexts(one.id, other.id)),
} satisfies Record<string, (rows: readonly NeevCloudTransaction[]) => readonly NeevCloudTransaction[]>;
