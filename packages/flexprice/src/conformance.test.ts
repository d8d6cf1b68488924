import { testClient } from "@spendbook/client-conformance";
import { createFlexpriceClient, type FlexpriceClient } from "./index.js";

testClient<FlexpriceClient>({
  provider: "Flexprice",
  create: createFlexpriceClient,
  basePath: "/v1",
  credentials: (apiKey) => ({ "x-api-key": apiKey }),
  read: (client, options) =>
    client.GET("/wallets/{id}/balance/real-time", { ...options, params: { path: { id: "wallet/1" } } }),
  request: "GET /wallets/wallet%2F1/balance/real-time",
  answer: { id: "wallet/1", balance: "1000.100000000", auto_topup: { enabled: true, threshold: 10.5 } },
  number: ["auto_topup", "threshold"],
  errors: [
    {
      status: 404,
      body: { code: "not_found", message: "Wallet not found", http_status_code: 404, details: { id: "wallet_1" } },
      ...{ code: "not_found", providerCode: "not_found", says: "Wallet not found;" },
    },
    {
      status: 429,
      body: { code: "too_many_requests", message: "Slow down", http_status_code: 429 },
      ...{ code: "rate_limited", providerCode: "too_many_requests", says: "Slow down" },
    },
    {
      status: 400,
      body: { success: false, error: { message: "No such plan", internal_error: "" } },
      ...{ code: "invalid_request", says: "No such plan;" },
    },
    {
      status: 500,
      body: { success: false, error: { message: "Failed", internal_error: "query timed out" } },
      ...{ code: "server_error", says: "Failed: query timed out" },
    },
    { status: 401, body: { error: "Invalid API key" }, code: "unauthorized", says: "Invalid API key;" },
    {
      status: 403,
      body: { error: "forbidden", message: "The key may not read wallets" },
      ...{ code: "forbidden", providerCode: "forbidden", says: "The key may not read wallets" },
    },
    { status: 400, body: { error: {} }, code: "invalid_request" },
  ],
  lists: [
    {
      name: "transactions",
      list: (client, limit, options) => client.transactions({ id: "wallet_1", limit }, options),
      row: (number) => ({ id: `wtxn_${number}`, amount: "0.000000001" }),
      id: (row) => row.id,
      window: ({ query }) => ({ from: Number(query.get("offset")), size: Number(query.get("limit")) }),
      page: ({ rows, total, from, size }) => ({ items: rows, pagination: { total, limit: size, offset: from + size } }),
      withoutEnd: (page) => ({ ...page, pagination: { limit: 2, offset: 2 } }),
    },
  ],
});
