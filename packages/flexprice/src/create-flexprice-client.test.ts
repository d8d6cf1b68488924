import type { RequestListener } from "node:http";
import { answer, serve } from "@spendbook/test-server";
import { describe, expect, test } from "vitest";
import { type components, createFlexpriceClient, type WalletTransactionResponse } from "./index.js";

const apiKey = "sk_test_flexprice_0123456789";
const balancePath = "/wallets/{id}/balance/real-time";
const one = { params: { path: { id: "wallet_1" } } };

/** A client of a real server on loopback, at the path that the provider's address has. */
async function clientOf(listener: RequestListener) {
  return createFlexpriceClient({ apiKey, baseUrl: `${await serve(listener)}/v1`, retry: { limit: 0 } });
}

const balance: components["schemas"]["WalletBalanceResponse"] = {
  id: "wallet_1",
  customer_id: "cust_1",
  currency: "usd",
  balance: "1000.100000000",
  credit_balance: "500.050000000",
  conversion_rate: "2",
  topup_conversion_rate: "2.5",
  current_period_usage: "61.5",
  unpaid_invoices_amount: "0",
  real_time_balance: "938.6",
  real_time_credit_balance: "469.3000000000000001",
  wallet_status: "active",
  wallet_type: "PRE_PAID",
  auto_topup: { enabled: true, invoicing: false, amount: "100.0000000000000000001", threshold: 10.5 },
  credits_available_breakdown: { free: "0.050000000", purchased: "500" },
  created_at: "2026-08-01T00:00:00Z",
  updated_at: "2026-10-31T23:59:59.999999Z",
  is_cached_fallback: false,
};

const row: WalletTransactionResponse = {
  id: "wtxn_0",
  wallet_id: "wallet_1",
  customer_id: "cust_1",
  type: "debit",
  amount: "0.000000001",
  credit_amount: "0.0000000005",
  credit_balance_before: "500.050000000",
  credit_balance_after: "500.0499999995",
  transaction_status: "completed",
  reference_type: "INVOICE",
  reference_id: "inv_1",
  description: "Tokens",
  metadata: null,
  expiry_date: null,
  credits_available: "0",
  transaction_reason: "INVOICE_PAYMENT",
  priority: null,
  currency: "usd",
  idempotency_key: "key_1",
  environment_id: "env_1",
  tenant_id: "tenant_1",
  status: "published",
  created_at: "2026-10-01T00:00:00Z",
  updated_at: "2026-10-01T00:00:00Z",
  created_by: "user_1",
  updated_by: "user_1",
};

interface Echo {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

/** A wallet of `total` transactions; `echo` is what the pagination of an answer says. */
function transactions(
  total: number,
  seen: string[] = [],
  echo = ({ offset, limit }: Echo) => offset + limit,
): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    seen.push(`${url.pathname}${url.search}`);
    const offset = Number(url.searchParams.get("offset") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 50);
    const rows = Array.from({ length: total }, (_, number) => ({ ...row, id: `wtxn_${number}` }));
    const pagination = { total, limit, offset: echo({ offset, limit, total }) };
    response.end(JSON.stringify({ items: rows.slice(offset, offset + limit), pagination }));
  };
}

async function idsOf(listener: RequestListener, limit: number): Promise<string[]> {
  const client = await clientOf(listener);
  const ids: string[] = [];
  for await (const { id } of client.transactions({ id: "wallet_1", limit })) ids.push(id);
  return ids;
}

describe("a wallet's balance", () => {
  test("comes with its decimals as the texts they are, and the key goes into x-api-key alone", async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push([request.url, request.headers["x-api-key"], request.headers.authorization]);
      response.end(JSON.stringify(balance));
    });
    const { data } = await client.GET(balancePath, {
      params: { path: { id: "wallet/1" }, query: { expand: "credits_available_breakdown", from_cache: true } },
    });
    const exact: string = data.balance;
    expect(exact).toBe("1000.100000000");
    expect(data).toEqual(balance);
    expect(seen).toEqual([
      [
        "/v1/wallets/wallet%2F1/balance/real-time?expand=credits_available_breakdown&from_cache=true",
        apiKey,
        undefined,
      ],
    ]);
  });

  test.each([true, false, undefined])("says whether it is from a cache: %s", async (is_cached_fallback) => {
    const client = await clientOf(answer(200, { ...balance, is_cached_fallback }));
    const { data } = await client.GET(balancePath, one);
    expect(data.is_cached_fallback).toBe(is_cached_fallback);
  });

  test("may be null wherever the document promises a value", async () => {
    const nulls = Object.fromEntries(Object.keys(balance).map((name) => [name, null]));
    const client = await clientOf(answer(200, nulls));
    expect((await client.GET(balancePath, one)).data).toEqual(nulls);
  });
});

test("a wallet is read by its id", async () => {
  const seen: (string | undefined)[] = [];
  const client = await clientOf((request, response) => {
    seen.push(request.url);
    response.end(JSON.stringify(balance));
  });
  const { data } = await client.GET("/wallets/{id}", one);
  expect([data.credit_balance, data.wallet_type, seen]).toEqual([
    "500.050000000",
    "PRE_PAID",
    ["/v1/wallets/wallet_1"],
  ]);
});

describe("a wallet's transactions", () => {
  test("come two hundred at a time and oldest first, as they were sent", async () => {
    const seen: string[] = [];
    const client = await clientOf(transactions(450, seen));
    const rows: WalletTransactionResponse[] = [];
    for await (const transaction of client.transactions({ id: "wallet_1" })) rows.push(transaction);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(450);
    expect(rows[0]).toEqual(row);
    expect(seen).toEqual(
      [0, 200, 400].map((offset) => `/v1/wallets/wallet_1/transactions?limit=200&order=asc&offset=${offset}`),
    );
  });

  test.each<[string, (echo: Echo) => number]>([
    ["the offset of the next page", ({ offset, limit }) => offset + limit],
    ["the offset of this page", ({ offset }) => offset],
    ["always zero", () => 0],
    ["the end of the list", ({ total }) => total],
  ])("come once each where the answers' offset is %s", async (_, echo) => {
    const all = Array.from({ length: 25 }, (_, number) => `wtxn_${number}`);
    expect(await idsOf(transactions(25, [], echo), 10)).toEqual(all);
  });

  test("come once each where the server gives shorter pages than it was asked for", async () => {
    const capped = transactions(25);
    const ids = await idsOf((request, response) => {
      request.url = request.url?.replace("limit=10", "limit=4") ?? "";
      capped(request, response);
    }, 10);
    expect(ids).toEqual(Array.from({ length: 25 }, (_, number) => `wtxn_${number}`));
  });

  test("are asked for by every filter of the document", async () => {
    const seen: string[] = [];
    const client = await clientOf(transactions(0, seen));
    const filters = {
      limit: 1000,
      offset: 0,
      order: "desc",
      sort: "created_at",
      start_time: "2026-10-01T00:00:00Z",
      end_time: "2026-11-01T00:00:00Z",
      type: "debit",
      transaction_status: "completed",
      transaction_reason: "CREDIT_EXPIRED",
      reference_type: "INVOICE",
      reference_id: "inv_1",
      status: "published",
      expand: "customer,wallet",
      expiry_date_before: "2027-01-01T00:00:00Z",
      expiry_date_after: "2026-01-01T00:00:00Z",
      credits_available_gt: "0.5",
      priority: 1,
      created_by: "user_1",
    } as const;
    for await (const _ of client.transactions({ id: "wallet_1", ...filters }));
    const sent = new URLSearchParams(seen[0]?.split("?")[1]);
    expect(seen).toHaveLength(1);
    expect(Object.fromEntries(sent)).toEqual(
      Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
    );
  });

  test("begin at the offset that was asked for", async () => {
    const client = await clientOf(transactions(5));
    const ids: string[] = [];
    for await (const { id } of client.transactions({ id: "wallet_1", offset: 3, limit: 1 })) ids.push(id);
    expect(ids).toEqual(["wtxn_3", "wtxn_4"]);
  });
});
