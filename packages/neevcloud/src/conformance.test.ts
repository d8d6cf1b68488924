import { testClient } from "@spendbook/client-conformance";
import { createNeevCloudClient, type NeevCloudClient, type WalletTransaction } from "./index.js";

const problem = { code: "wallet_problem", message: "The wallet has a problem." };
const documented = { body: problem, providerCode: "wallet_problem", says: "The wallet has a problem." };

testClient<NeevCloudClient>({
  provider: "NeevCloud",
  create: createNeevCloudClient,
  basePath: "/billing",
  credentials: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  read: (client, options) =>
    client.GET("/api/v1/orgs/{org_id}/wallets", { ...options, params: { path: { org_id: "org 1" } } }),
  request: "GET /api/v1/orgs/org%201/wallets",
  answer: { org_id: "org 1", balance_micro_dollars: 9_650_000, payment_balance_micro_dollars: 9_650_000 },
  number: ["balance_micro_dollars"],
  errors: [
    { status: 400, code: "invalid_request", ...documented },
    { status: 404, code: "not_found", ...documented },
    { status: 500, code: "server_error", ...documented },
    { status: 401, body: { code: 7, message: null }, code: "unauthorized" },
  ],
  lists: [
    {
      name: "transactions",
      list: (client, items_per_page, options) => client.transactions({ org_id: "org_1", items_per_page }, options),
      row: (number): WalletTransaction => ({
        id: `id_${number}`,
        organization_id: "org_1",
        amount_micro_dollars: 350_000,
        transaction_type: "DEBIT",
        transaction_source: "payment",
        transaction_description: "T4, on demand",
        type: "res_1",
        created_at: "2026-11-01T00:00:07Z",
      }),
      id: (row) => row.id,
      window: ({ query }) => {
        const size = Number(query.get("items_per_page"));
        return { from: (Number(query.get("page")) - 1) * size, size };
      },
      page: ({ rows, total, from, size }) => ({
        transactions: rows,
        pagination: {
          total_items: total,
          total_pages: Math.ceil(total / size),
          current_page: from / size + 1,
          items_per_page: size,
        },
      }),
      withoutEnd: (page) => ({ ...page, pagination: { total_items: 2 } }),
    },
  ],
});
