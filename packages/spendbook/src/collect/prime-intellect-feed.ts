import type { PrimeIntellectClient } from "@spendbook/prime-intellect";
import type { Feed } from "./feed.js";
import { countAt, instantOf, rowsAt, textAt } from "./read-page.js";

const path = "/api/v1/billing/wallet";
const endpoint = `GET ${path}`;
const pageSize = 100;

/** Prime Intellect: one list of charges, sorted by their own last change; the wallet's balance comes with every page. */
export function primeIntellectFeed(
  client: PrimeIntellectClient,
  teamId: string | undefined,
  signal: AbortSignal,
): Feed {
  const read = async (limit: number, offset: number) => {
    const query = { limit, offset, ...(teamId !== undefined && { teamId }) };
    return (await client.GET(path, { params: { query }, signal })).data;
  };
  return {
    lists: [
      {
        endpoint,
        key: "billings",
        wallet: null,
        pageSize,
        reading: "whole",
        absentCodes: [],
        async page(index) {
          const body = await read(pageSize, index * pageSize);
          const wallet = textAt(body, "wallet_id");
          const rows = rowsAt(body, "recent_billings");
          const total = countAt(body, "total_billings");
          return {
            records: rows.map((row) => ({
              wallet,
              sourceId: textAt(row, "id"),
              occurredAt: instantOf(row.last_billed_at, row.updated_at, row.created_at),
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
      const answer = await read(1, 0);
      const wallet = textAt(answer, "wallet_id");
      // The row that comes along is a record, not a part of the balance.
      const { recent_billings: _rows, ...body } = answer;
      return [{ wallet, endpoint, body, balance: body.balance_usd }];
    },
  };
}
