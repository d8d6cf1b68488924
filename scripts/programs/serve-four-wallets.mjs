// @ts-check
import { createServer } from "node:http";

const row = {
  organization_id: "org_1",
  transaction_source: "payment",
  type: "res_42",
};
const [payment, usage] = [
  {
    ...row,
    id: "7b0e1b1c-52f0-4a53-9f4b-0d6e9c4f2a11",
    amount_micro_dollars: 10_000_000,
    transaction_type: "CREDIT",
    transaction_description: "Card payment",
    created_at: "2026-10-01T08:00:00Z",
  },
  {
    ...row,
    id: "7b0e1b1c-52f0-4a53-9f4b-0d6e9c4f2a12",
    amount_micro_dollars: 350_000,
    transaction_type: "DEBIT",
    transaction_description: "=T4, 1 hour",
    created_at: "2026-10-02T11:00:03Z",
    hour_start: "2026-10-02T10:00:00Z",
  },
];

/** @type {Record<string, unknown>} */
const answers = {
  "/prime-intellect/api/v1/billing/wallet": {
    wallet_id: "wallet_1",
    balance_usd: 12.34,
    currency: "USD",
    total_billings: 0,
    recent_billings: [],
  },
  "/flexprice/wallets/wallet_1": { id: "wallet_1", balance: "1.000000001" },
  "/wavespeed/api/v3/balance": { code: 200, message: "success", data: { balance: 0.5 } },
  "/neevcloud/api/v1/orgs/org_1/wallets": {
    org_id: "org_1",
    balance_micro_dollars: 9_650_000,
    payment_balance_micro_dollars: 9_650_000,
    grants_balance_micro_dollars: 0,
    earn_balance_micro_dollars: 0,
    created_at: "2026-10-01T08:00:00Z",
    updated_at: "2026-10-02T11:00:03Z",
  },
  "/neevcloud/api/v1/orgs/org_1/wallets/transactions": {
    transactions: [payment, usage],
    pagination: { total_items: 2, total_pages: 1, current_page: 1, items_per_page: 100 },
  },
};

/** Serves one small wallet of each provider on loopback, to whoever brings a key. */
export async function serveFourWallets() {
  const server = createServer(({ url = "", headers }, response) => {
    const authorized = headers.authorization === "Bearer key_1" || headers["x-api-key"] === "key_1";
    const body = answers[new URL(url, "http://127.0.0.1").pathname];
    response.statusCode = !authorized ? 401 : body === undefined ? 404 : 200;
    response.setHeader("content-type", "application/json").end(JSON.stringify(body ?? null));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
