import { encodeTime, isClientError, type TimeForm, type WaveSpeedClient } from "@spendbook/wavespeed";
import type { Feed, FeedPage } from "./feed.js";
import { countAt, instantOf, type Row, rowsAt, textAt, valueAt } from "./read-page.js";

const searchPath = "/api/v3/billings/search";
const accountPath = "/api/v3/account/billings";
const balancePath = "/api/v3/balance";
const pageSize = 100;

/** The API names no wallet: a key has one. */
const wallet = "default";

/**
 * WaveSpeed: charges and refunds by search, top-ups (and a cross-check of the charges) from account/billings
 * where the account has that, and the balance.
 */
export function wavespeedFeed(client: WaveSpeedClient, signal: AbortSignal): Feed {
  // The documentation gives times in milliseconds, the provider's own command-line tool sends RFC 3339.
  let timeForm: TimeForm = "milliseconds";

  const search = async (index: number, since: string | null) => {
    const times = since !== null && { start_time: encodeTime(new Date(since), timeForm) };
    const body = { page: index + 1, page_size: pageSize, sort: "created_at ASC" as const, ...times };
    return (await client.POST(searchPath, { body, signal })).data;
  };

  return {
    lists: [
      {
        endpoint: `POST ${searchPath}`,
        key: "search",
        wallet,
        pageSize,
        reading: "since",
        absentCodes: [],
        async page(index, since) {
          const body = await search(index, since).catch((error: unknown) => {
            if (since === null || timeForm === "rfc3339" || !isClientError(error) || error.status !== 400) throw error;
            timeForm = "rfc3339";
            return search(index, since);
          });
          return readPage(body, index, "uuid", (row) => valueAt(row, ["order", "state"]) !== "pre");
        },
      },
      {
        endpoint: `GET ${accountPath}`,
        key: "account",
        wallet,
        pageSize,
        reading: "whole",
        absentCodes: ["not_available"],
        async page(index) {
          const query = { page: index + 1, page_size: pageSize };
          const body = (await client.GET(accountPath, { params: { query }, signal })).data;
          return readPage(body, index, "id", (row) => row.status !== "pending");
        },
      },
    ],
    async snapshots() {
      const body = (await client.GET(balancePath, { signal })).data;
      return [{ wallet, endpoint: `GET ${balancePath}`, body, balance: valueAt(body, ["data", "balance"]) }];
    },
  };
}

/** Both wire forms: the end of the list is told by a total, in either of two places, or by has_more. */
function readPage(body: unknown, index: number, id: "uuid" | "id", isSettled: (row: Row) => boolean): FeedPage {
  const rows = rowsAt(body, "data", "items");
  const hasMore = valueAt(body, ["data", "has_more"]);
  const place = valueAt(body, ["data", "pagination"]) === undefined ? ["data"] : ["data", "pagination"];
  const total = typeof hasMore === "boolean" ? null : countAt(body, ...place, "total");
  return {
    records: rows.map((row) => ({
      wallet,
      sourceId: textAt(row, id),
      occurredAt: instantOf(row.created_at),
      body: row,
      settled: isSettled(row),
    })),
    total,
    more: total === null ? hasMore === true : index * pageSize + rows.length < total,
  };
}
