import { type ListRule, type ServedPage, testClient } from "@spendbook/client-conformance";
import { type BillingRecord, createWaveSpeedClient, type WaveSpeedClient } from "./index.js";

const envelope = (data: unknown, code: unknown = 200) => ({
  code,
  message: code === 200 ? "success" : "said so",
  data,
});

/** The search; what a page says of the list's end comes in two forms. */
const search = (name: string, end: (served: ServedPage) => object): ListRule<WaveSpeedClient, BillingRecord> => ({
  name,
  list: (client, page_size, options) => client.billings({ page_size }, options),
  row: (number) => ({
    uuid: `uuid_${number}`,
    billing_type: "deduct",
    price: 0.04,
    created_at: "2025-10-01T11:13:30Z",
  }),
  id: (row) => row.uuid,
  window: ({ body }) => {
    const { page, page_size } = body as { page: number; page_size: number };
    return { from: (page - 1) * page_size, size: page_size };
  },
  page: (served) => envelope({ page: served.from / served.size + 1, ...end(served), items: served.rows }),
  withoutEnd: (page) => ({ ...page, data: { page: 1, items: [] } }),
});

testClient<WaveSpeedClient>({
  provider: "WaveSpeed",
  create: createWaveSpeedClient,
  credentials: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  read: (client, options) => client.GET("/api/v3/balance", options),
  request: "GET /api/v3/balance",
  answer: envelope({ balance: 156.78 }),
  number: ["data", "balance"],
  errors: [
    {
      status: 403,
      body: { message: "needs the role owner", error_code: "role_required" },
      ...{ code: "forbidden", providerCode: "role_required", says: "needs the role owner" },
    },
    { status: 401, body: { code: 401, message: "invalid key" }, code: "unauthorized", says: "invalid key" },
    {
      status: 400,
      body: { code: 40012, message: "bad time" },
      ...{ code: "invalid_request", providerCode: "40012", says: "bad time" },
    },
    { status: 400, body: { code: 401, message: "odd" }, code: "invalid_request", says: "odd" },
    // Inside HTTP 200.
    ...([400, 401, 403, 404, 429, 500] as const).map((stated) => ({
      status: 200,
      stated,
      body: envelope({ balance: 1 }, stated),
      code: (
        {
          400: "invalid_request",
          401: "unauthorized",
          403: "forbidden",
          404: "not_found",
          429: "rate_limited",
          500: "server_error",
        } as const
      )[stated],
      says: "said so",
    })),
    ...[1001, 0, 201, "200"].map((code) => ({
      status: 200,
      body: envelope({ balance: 1 }, code),
      ...{ code: "unexpected_status" as const, providerCode: String(code), says: "said so" },
    })),
    { status: 200, body: envelope({ balance: 1 }, null), code: "unexpected_status", says: "said so" },
  ],
  lists: [
    search("billings with a total", ({ total }) => ({ total })),
    search("billings with has_more", ({ total, from, size, rows }) => ({
      has_more: rows?.length === 0 ? from < total : from + size < total,
    })),
    {
      name: "account billings",
      list: (client, page_size, options) => client.accountBillings({ page_size }, options),
      row: (number) => ({ id: `txn_${number}`, type: "topup", amount: 100, currency: "USD", status: "completed" }),
      id: (row) => row.id,
      window: ({ query }) => {
        const size = Number(query.get("page_size"));
        return { from: (Number(query.get("page")) - 1) * size, size };
      },
      page: ({ rows, total, from, size }) =>
        envelope({ items: rows, pagination: { page: from / size + 1, page_size: size, total } }),
      withoutEnd: (page) => ({ ...page, data: { items: [] } }),
    },
  ],
});
