import type { FlexpriceClient } from "@spendbook/flexprice";
import type { Feed, FeedList } from "./feed.js";
import { countAt, instantOf, rowsAt, textAt, valueAt } from "./read-page.js";

const balancePath = "/wallets/{id}/balance/real-time";
const transactionsPath = "/wallets/{id}/transactions";
const pageSize = 200;

/** Flexprice: one list and one balance for each wallet. Offsets are our own, never those the answers echo. */
export function flexpriceFeed(client: FlexpriceClient, walletIds: readonly string[], signal: AbortSignal): Feed {
  const list = (id: string): FeedList => ({
    endpoint: `GET ${transactionsPath}`,
    key: `transactions of ${id}`,
    wallet: id,
    pageSize,
    reading: "since",
    // A key may be allowed to read balances only.
    absentCodes: ["forbidden"],
    async page(index, since) {
      const query = {
        limit: pageSize,
        offset: index * pageSize,
        order: "asc" as const,
        ...(since !== null && { start_time: since }),
      };
      const body = (await client.GET(transactionsPath, { params: { path: { id }, query }, signal })).data;
      const rows = rowsAt(body, "items");
      const total = countAt(body, "pagination", "total");
      return {
        records: rows.map((row) => ({
          wallet: id,
          sourceId: textAt(row, "id"),
          occurredAt: instantOf(row.created_at),
          body: row,
          settled: row.transaction_status !== "pending",
        })),
        total,
        more: index * pageSize + rows.length < total,
      };
    },
  });

  return {
    lists: walletIds.map(list),
    snapshots: () =>
      Promise.all(
        walletIds.map(async (id) => {
          const params = { path: { id }, query: { expand: "credits_available_breakdown" } };
          const body = (await client.GET(balancePath, { params, signal })).data;
          return { wallet: id, endpoint: `GET ${balancePath}`, body, balance: valueAt(body, ["credit_balance"]) };
        }),
      ),
  };
}
