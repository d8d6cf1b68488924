import { testClient } from "@spendbook/client-conformance";
import { type BillingEntry, createPrimeIntellectClient, type PrimeIntellectClient } from "./index.js";

const wallet = {
  wallet_id: "w_1",
  balance_usd: -0.25,
  currency: "USD",
  total_billings: 0,
  recent_billings: [] as BillingEntry[],
};

testClient<PrimeIntellectClient>({
  provider: "Prime Intellect",
  create: createPrimeIntellectClient,
  credentials: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  read: (client, options) => client.GET("/api/v1/billing/wallet", options),
  request: "GET /api/v1/billing/wallet",
  answer: wallet,
  number: ["balance_usd"],
  errors: [
    { status: 401, body: { detail: "Invalid token" }, code: "unauthorized", says: "Invalid token" },
    { status: 403, body: { detail: "Not authenticated" }, code: "forbidden", says: "Not authenticated" },
    {
      status: 422,
      body: { errors: [{ param: "limit", details: "must be at most 100" }] },
      code: "invalid_request",
      says: "limit: must be at most 100",
    },
    {
      status: 422,
      body: { detail: [{ loc: ["query", "offset"], msg: "must be at least 0", type: "value_error" }] },
      code: "invalid_request",
      says: "query.offset: must be at least 0",
    },
  ],
  lists: [
    {
      name: "billing rows",
      list: (client, limit, options) => client.billings({ limit }, options),
      row: (number): BillingEntry => ({
        id: `bill_${number}`,
        created_at: "2026-10-01T09:00:00Z",
        updated_at: "2026-10-01T09:30:00Z",
        last_billed_at: number === 0 ? null : "2026-10-01T09:30:00Z",
        amount_usd: 0.1025,
        currency: "USD",
        resource_type: "compute",
      }),
      id: (row) => row.id,
      window: ({ query }) => ({ from: Number(query.get("offset")), size: Number(query.get("limit")) }),
      page: ({ rows, total }) => ({ ...wallet, total_billings: total, recent_billings: rows }),
      withoutEnd: (page) => ({ ...page, total_billings: undefined }),
    },
  ],
});
