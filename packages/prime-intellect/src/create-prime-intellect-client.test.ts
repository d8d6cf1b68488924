import type { RequestListener } from "node:http";
import { answer, serve } from "@spendbook/test-server";
import { expect, test } from "vitest";
import { type BillingEntry, createPrimeIntellectClient, isClientError } from "./index.js";

/** A client of a real server on loopback. */
async function clientOf(listener: RequestListener) {
  return createPrimeIntellectClient({ apiKey: "test-prime-key", baseUrl: await serve(listener), retry: { limit: 0 } });
}

const row = (number: number): BillingEntry => ({
  id: `bill_${number}`,
  created_at: "2026-10-01T09:00:00Z",
  updated_at: "2026-10-01T09:30:00Z",
  last_billed_at: number === 0 ? null : "2026-10-01T09:30:00Z",
  amount_usd: 0.1025,
  currency: "USD",
  resource_type: "compute",
  resource_id: null,
});

/** A wallet of `total` rows that pages as documented. */
function wallet(total: number, seen: string[] = []): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    seen.push(url.search);
    const offset = Number(url.searchParams.get("offset") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 20);
    const rows = Array.from({ length: total }, (_, number) => row(number)).slice(offset, offset + limit);
    const body = {
      wallet_id: "w_1",
      balance_usd: -0.25,
      currency: "USD",
      total_billings: total,
      recent_billings: rows,
    };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
}

test("one call gives the balance and the newest rows, typed", async () => {
  const seen: string[] = [];
  const client = await clientOf(wallet(3, seen));
  const { data } = await client.GET("/api/v1/billing/wallet", {
    params: { query: { limit: 2, offset: 1, teamId: "team_1" } },
  });
  const balance: number = data.balance_usd;
  const lastBilled: string | null | undefined = data.recent_billings[0]?.last_billed_at;
  expect([balance, lastBilled, data.total_billings]).toEqual([-0.25, "2026-10-01T09:30:00Z", 3]);
  expect(seen).toEqual(["?limit=2&offset=1&teamId=team_1"]);
});

test("all rows come, a hundred at a time, with a last_billed_at of null among them", async () => {
  const seen: string[] = [];
  const client = await clientOf(wallet(250, seen));
  const ids: string[] = [];
  for await (const { id, last_billed_at } of client.billings({ teamId: "team_1" })) {
    if (id === "bill_0") expect(last_billed_at).toBeNull();
    ids.push(id);
  }
  expect(new Set(ids).size).toBe(250);
  expect(seen).toEqual([0, 100, 200].map((offset) => `?limit=100&teamId=team_1&offset=${offset}`));
});

test("a page carries what the provider says of the wallet", async () => {
  const client = await clientOf(wallet(3));
  for await (const page of client.billings({ limit: 2 }).pages()) expect(page.total_billings).toBe(3);
});

test.each([
  [401, undefined, "unauthorized", /answered 401: check that the API key/],
  [422, { detail: "Bad offset" }, "invalid_request", /Bad offset/],
  [500, "oops", "server_error", /answered 500/],
])("HTTP %i with %j is %s", async (status, body, code, message) => {
  const client = await clientOf(answer(status, body));
  const error = await client.GET("/api/v1/billing/wallet").catch((caught: unknown) => caught);
  expect(isClientError(error)).toBe(true);
  expect(error).toMatchObject({ status, code, message: expect.stringMatching(message), body });
});
