import type { RequestListener } from "node:http";
import { answer, serve } from "@spendbook/test-server";
import { expect, test } from "vitest";
import { createNeevCloudClient, type WalletTransaction } from "./index.js";

const walletPath = "/api/v1/orgs/{org_id}/wallets";

/** A client of a real server on loopback. */
async function clientOf(listener: RequestListener) {
  return createNeevCloudClient({ apiKey: "pat-nc-test", baseUrl: await serve(listener), retry: { limit: 0 } });
}

const wallet = {
  org_id: "org_1",
  balance_micro_dollars: 9_007_199_254_740_991,
  payment_balance_micro_dollars: 9_007_199_244_740_991,
  grants_balance_micro_dollars: 9_650_000,
  earn_balance_micro_dollars: 350_000,
  created_at: "2026-08-01T00:00:00Z",
  updated_at: "2026-10-31T23:59:59Z",
};

const usage: WalletTransaction = {
  id: "7b0e1b1c-52f0-4a53-9f4b-0d6e9c4f2a11",
  organization_id: "org_1",
  amount_micro_dollars: 350_000,
  transaction_type: "DEBIT",
  transaction_source: "payment",
  transaction_description: "T4, on demand",
  type: "res_1",
  created_at: "2026-11-01T00:00:07Z",
  hour_start: "2026-10-31T23:00:00Z",
};

const { hour_start: _, ...posting } = usage;
const grant: WalletTransaction = { ...posting, transaction_type: "CREDIT", transaction_source: "grant", type: null };

interface Pagination {
  readonly total_items?: unknown;
  readonly total_pages?: unknown;
  readonly current_page?: unknown;
}

/** The movements of an organization with `total` rows; `change` says what the metadata of a page claims instead. */
function transactions(
  total: number,
  seen: string[] = [],
  change: (page: number) => Pagination = () => ({}),
): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    seen.push(`${url.pathname}${url.search}`);
    const page = Number(url.searchParams.get("page") ?? 1);
    const size = Number(url.searchParams.get("items_per_page") ?? 20);
    const rows = Array.from({ length: total }, (_, number) => ({ ...usage, id: `id_${number}` }));
    const body = {
      transactions: rows.slice((page - 1) * size, page * size),
      pagination: {
        total_items: total,
        total_pages: Math.ceil(total / size),
        current_page: page,
        items_per_page: size,
        ...change(page),
      },
    };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
}

async function idsOf(listener: RequestListener, items_per_page = 100): Promise<string[]> {
  const client = await clientOf(listener);
  const ids: string[] = [];
  for await (const { id } of client.transactions({ org_id: "org_1", items_per_page })) ids.push(id);
  return ids;
}

test("the wallet has four balances, and three of them make the fourth, to the last micro-dollar", async () => {
  const seen: unknown[] = [];
  const client = await clientOf((request, response) => {
    seen.push([request.url, request.headers.authorization]);
    response.end(JSON.stringify(wallet));
  });
  const { data } = await client.GET(walletPath, { params: { path: { org_id: "org 1/ä" } } });
  const parts = [
    data.payment_balance_micro_dollars,
    data.grants_balance_micro_dollars,
    data.earn_balance_micro_dollars,
  ];
  const sum = parts.reduce((total, part) => total + BigInt(part), 0n);
  expect(sum).toBe(BigInt(data.balance_micro_dollars));
  expect(sum).toBe(9_007_199_254_740_991n);
  expect(seen).toEqual([["/api/v1/orgs/org%201%2F%C3%A4/wallets", "Bearer pat-nc-test"]]);
});

test("an amount among the transactions that a double would round is refused with its place", async () => {
  const rows = [usage, { ...grant, amount_micro_dollars: 0 }];
  const pagination = { total_items: 2, total_pages: 1, current_page: 1, items_per_page: 100 };
  const text = JSON.stringify({ transactions: rows, pagination }).replace(
    '"amount_micro_dollars":0',
    '"amount_micro_dollars":9007199254740993',
  );
  await expect(idsOf((_request, response) => response.end(text))).rejects.toMatchObject({
    code: "inexact_number",
    path: "$.transactions[1].amount_micro_dollars",
  });
});

test("a transaction may lack its hour and have a null type", async () => {
  const pagination = { total_items: 2, total_pages: 1, current_page: 1, items_per_page: 100 };
  const client = await clientOf(answer(200, { transactions: [usage, grant], pagination }));
  const rows: [string | undefined, string | null | undefined][] = [];
  for await (const row of client.transactions({ org_id: "org_1" })) rows.push([row.hour_start, row.type]);
  expect(rows).toEqual([
    ["2026-10-31T23:00:00Z", "res_1"],
    [undefined, null],
  ]);
});

test("all transactions come, a hundred at a time", async () => {
  const seen: string[] = [];
  const client = await clientOf(transactions(250, seen));
  const ids = new Set<string>();
  for await (const { id } of client.transactions({ org_id: "org_1" })) ids.add(id);
  expect(ids.size).toBe(250);
  expect(seen).toEqual(
    [1, 2, 3].map((page) => `/api/v1/orgs/org_1/wallets/transactions?page=${page}&items_per_page=100`),
  );
});

test("an organization without transactions has an empty list, and a full last page is the last", async () => {
  expect(await idsOf(transactions(0))).toEqual([]);
  const pagination = { total_items: 0, total_pages: 0, current_page: 1, items_per_page: 100 };
  expect(await idsOf(answer(200, { transactions: null, pagination }))).toEqual([]);
  const seen: string[] = [];
  expect(await idsOf(transactions(20, seen), 10)).toHaveLength(20);
  expect(seen).toHaveLength(2);
});

test("a page carries what the provider counts", async () => {
  const client = await clientOf(transactions(3));
  const counts: number[] = [];
  for await (const { pagination } of client.transactions({ org_id: "org_1", items_per_page: 2 }).pages())
    counts.push(pagination.total_items, pagination.total_pages);
  expect(counts).toEqual([3, 2, 3, 2]);
});

test.each<[string, (page: number) => Pagination]>([
  ["its count of pages is too low", () => ({ total_pages: 1 })],
  ["its count of rows is too low", () => ({ total_items: 1 })],
  ["its count of pages is one too high", () => ({ total_pages: 4 })],
  ["it numbers every page alike", () => ({ current_page: 1 })],
  ["the pages are counted from 0", (page) => ({ current_page: page - 1 })],
])("the list is read to its end although %s", async (_, change) => {
  expect(await idsOf(transactions(25, [], change), 10)).toHaveLength(25);
});

test.each<[string, (page: number) => Pagination]>([
  ["more rows than there are", () => ({ total_items: 31 })],
  ["more pages than there are", () => ({ total_pages: 5 })],
])("a list that counts %s is an error, not an end", async (_, change) => {
  await expect(idsOf(transactions(25, [], change), 10)).rejects.toMatchObject({
    code: "unexpected_empty_page",
    retryable: true,
  });
});

test.each([{ transactions: [usage] }, { transactions: [usage], pagination: { total_items: 1 } }, {}])(
  "the page %j does not say where the list ends, which is an error",
  async (body) => {
    await expect(idsOf(answer(200, body))).rejects.toMatchObject({ code: "malformed_body" });
  },
);

test("a list without an organization does not compile", async () => {
  const client = await clientOf(transactions(0));
  const compileOnly = () => [
    // @ts-expect-error the organization is missing
    client.transactions({ items_per_page: 100 }),
    // @ts-expect-error the list counts its pages itself
    client.transactions({ org_id: "org_1", page: 2 }),
  ];
  expect(compileOnly).toBeTypeOf("function");
});
