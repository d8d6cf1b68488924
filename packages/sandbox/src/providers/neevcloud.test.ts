import { expect, test } from "vitest";
import { ask, read, start } from "../__fixtures__/start.js";

interface Page {
  transactions: { id: string; created_at: string; hour_start?: string; type?: string | null }[];
  pagination: { total_items: number; total_pages: number; current_page: number; items_per_page: number };
}

const path = "/api/v1/orgs/org_acme/wallets";

test("all transactions come page by page, each once, the newest first", async () => {
  const sandbox = await start();
  const rows: Page["transactions"] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = `?page=${page}&items_per_page=100`;
    const body = await read<Page>(sandbox, "neevcloud", `${path}/transactions${query}`);
    expect(body.pagination).toEqual({ total_items: 4333, total_pages: 44, current_page: page, items_per_page: 100 });
    pages = body.pagination.total_pages;
    rows.push(...body.transactions);
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4333);
  const times = rows.map(({ created_at }) => Date.parse(created_at));
  expect(times).toEqual([...times].sort((one, other) => other - one));
  expect(rows.some((row) => row.type === null)).toBe(true);
  expect(rows.some((row) => !("type" in row) && !("hour_start" in row))).toBe(true);
});

test("twenty rows come where no number is asked for, and none on a page behind the last", async () => {
  const sandbox = await start();
  const first = await read<Page>(sandbox, "neevcloud", `${path}/transactions`);
  expect(first.transactions).toHaveLength(20);
  const behind = await read<Page>(sandbox, "neevcloud", `${path}/transactions?page=1000`);
  expect(behind).toMatchObject({ transactions: [], pagination: { total_items: 4333, total_pages: 217 } });
});

test("the wallet's three parts make its balance", async () => {
  const wallet = await read<Record<string, number>>(await start(), "neevcloud", path);
  expect(wallet).toMatchObject({ grants_balance_micro_dollars: 5_000_000, earn_balance_micro_dollars: 15_000_000 });
  const parts = ["payment", "grants", "earn"].map((part) => wallet[`${part}_balance_micro_dollars`] ?? Number.NaN);
  expect(parts.reduce((sum, part) => sum + part)).toBe(wallet.balance_micro_dollars);
});

test.each([
  ["an organization without a wallet", "/api/v1/orgs/org_other/wallets", 404, "wallet_not_found"],
  ["a foreign organization", "/api/v1/orgs/org_other/wallets/transactions", 400, "invalid_request"],
  ["page 0", `${path}/transactions?page=0`, 400, "invalid_request"],
  ["101 rows", `${path}/transactions?items_per_page=101`, 400, "invalid_request"],
  ["no rows", `${path}/transactions?items_per_page=0`, 400, "invalid_request"],
  ["a word for a number", `${path}/transactions?items_per_page=ten`, 400, "invalid_request"],
])("%s is refused in the documented form", async (_, url, status, code) => {
  const response = await ask(await start(), "neevcloud", url);
  expect([response.status, await response.json()]).toEqual([status, { code, message: expect.any(String) }]);
});

test("a wrong token is refused", async () => {
  const response = await ask(await start(), "neevcloud", path, { headers: { authorization: "Bearer wrong" } });
  expect(response.status).toBe(401);
});

test("the order is the newest first, the oldest first, or none in time", async () => {
  const timesIn = async (order: "newest-first" | "oldest-first" | "scattered") => {
    const sandbox = await start({ neevcloud: { order } });
    const { transactions } = await read<Page>(sandbox, "neevcloud", `${path}/transactions?items_per_page=100`);
    return transactions.map(({ created_at }) => Date.parse(created_at));
  };
  const [newest, oldest, scattered] = [
    await timesIn("newest-first"),
    await timesIn("oldest-first"),
    await timesIn("scattered"),
  ];
  const ascending = (times: number[]) => [...times].sort((one, other) => one - other);
  expect(newest).toEqual(ascending(newest).reverse());
  expect(oldest).toEqual(ascending(oldest));
  expect(scattered).not.toEqual(ascending(scattered));
  expect(scattered).not.toEqual(ascending(scattered).reverse());
});
