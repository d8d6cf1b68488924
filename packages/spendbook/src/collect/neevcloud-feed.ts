import type { NeevCloudClient } from "@spendbook/neevcloud";
import type { Feed } from "./feed.js";
import { countAt, instantOf, rowsAt, textAt, valueAt } from "./read-page.js";

const walletPath = "/api/v1/orgs/{org_id}/wallets";
const transactionsPath = "/api/v1/orgs/{org_id}/wallets/transactions";
const pageSize = 100;

/** NeevCloud: one list in an undocumented order, and the wallet with its four balances. */
export function neevcloudFeed(client: NeevCloudClient, orgId: string, signal: AbortSignal): Feed {
  return {
    lists: [
      {
        endpoint: `GET ${transactionsPath}`,
        key: "transactions",
        wallet: orgId,
        pageSize,
        reading: "whole",
        absentCodes: [],
        async page(index) {
          const params = { path: { org_id: orgId }, query: { page: index + 1, items_per_page: pageSize } };
          const body = (await client.GET(transactionsPath, { params, signal })).data;
          const rows = rowsAt(body, "transactions");
          const total = countAt(body, "pagination", "total_items");
          return {
            records: rows.map((row) => ({
              wallet: orgId,
              sourceId: textAt(row, "id"),
              occurredAt: instantOf(row.created_at),
              body: row,
              settled: true,
            })),
            total,
            more: index * pageSize + rows.length < total,
          };
        },
      },
    ],
    async snapshots() {
      const body = (await client.GET(walletPath, { params: { path: { org_id: orgId } }, signal })).data;
      return [
        { wallet: orgId, endpoint: `GET ${walletPath}`, body, balance: valueAt(body, ["balance_micro_dollars"]) },
      ];
    },
  };
}
