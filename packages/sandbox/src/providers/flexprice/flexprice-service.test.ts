import { expect, test } from "vitest";
import { ask, read, start } from "../../__fixtures__/start.js";

interface Page {
  items: {
    id: string;
    created_at: string;
    type: string;
    transaction_status: string;
    transaction_reason: string;
    reference_id: string;
    expiry_date: string | null;
    credits_available: string;
    priority: number | null;
    wallet?: { id: string };
  }[];
  pagination: { total: number; limit: number; offset: number };
}

const path = "/wallets/wallet_acme_production";

async function list(query: string, sandbox?: Awaited<ReturnType<typeof start>>): Promise<Page> {
  return read<Page>(sandbox ?? (await start()), "flexprice", `${path}/transactions?${query}`);
}

test("the newest come first, fifty of them, unless asked otherwise", async () => {
  const sandbox = await start();
  const page = await list("", sandbox);
  expect(page.items).toHaveLength(50);
  expect(page.items[0]?.created_at).toBe("2026-11-02T00:05:12.345678Z");
  expect((await list("order=asc", sandbox)).items[0]?.created_at).toBe("2026-07-28T09:00:00Z");
});

test("the offset that comes back is the next page's, and pages by it give every row once", async () => {
  const sandbox = await start();
  const rows: Page["items"] = [];
  for (let offset = 0, total = 1; offset < total; ) {
    const { items, pagination } = await list(`order=asc&limit=40&offset=${offset}`, sandbox);
    expect(pagination).toMatchObject({ limit: 40, offset: offset + 40 });
    rows.push(...items);
    offset = pagination.offset;
    total = pagination.total;
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const times = rows.map(({ created_at }) => Date.parse(created_at));
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test("a time range includes both of its ends", async () => {
  const sandbox = await start();
  const { items } = await list(
    "order=asc&start_time=2026-10-01T00:00:00Z&end_time=2026-10-31T23:59:59.999999Z",
    sandbox,
  );
  expect(items[0]?.created_at).toBe("2026-10-01T00:00:00Z");
  expect(items.at(-1)?.created_at).toBe("2026-10-31T23:59:59.999999Z");
  const zoned = await list("order=asc&start_time=2026-10-01T05:30:00%2B05:30", sandbox);
  expect(zoned.items[0]?.created_at).toBe("2026-10-01T00:00:00Z");
});

test.each<[string, (row: Page["items"][number]) => boolean]>([
  ["type=credit", (row) => row.type === "credit"],
  ["transaction_status=pending", (row) => row.transaction_status === "pending"],
  ["transaction_reason=CREDIT_EXPIRED", (row) => row.transaction_reason === "CREDIT_EXPIRED"],
  ["reference_type=INVOICE&reference_id=inv_seats_10", (row) => row.reference_id === "inv_seats_10"],
  ["expiry_date_before=2026-10-15T00:00:00Z", (row) => (row.expiry_date ?? "3") < "2026-10-15"],
  ["expiry_date_after=2026-10-15T00:00:00Z", (row) => (row.expiry_date ?? "") > "2026-10-15"],
  ["credits_available_gt=1000.5", (row) => Number(row.credits_available) > 1000.5],
  ["priority=90", (row) => row.priority === 90],
  ["created_by=user_billing&type=debit", (row) => row.type === "debit"],
  ["status=published&type=debit", (row) => row.type === "debit"],
])("%s gives all rows that match, and no other", async (query, matches) => {
  const sandbox = await start();
  const all = (await list("limit=1000", sandbox)).items;
  const { items, pagination } = await list(`limit=1000&${query}`, sandbox);
  expect(items).toEqual(all.filter(matches));
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThan(all.length);
  expect(pagination.total).toBe(items.length);
});

test("what no row matches is an empty page", async () => {
  const sandbox = await start();
  expect(await list("status=deleted", sandbox)).toMatchObject({ items: [], pagination: { total: 0 } });
  expect((await list("created_by=nobody", sandbox)).items).toEqual([]);
});

test("rows come with their wallet where it is asked for", async () => {
  const { items } = await list("limit=1&expand=wallet,customer");
  expect(items[0]).toMatchObject({ wallet: { id: "wallet_acme_production" }, customer: { id: "cust_acme" } });
});

test.each([
  "limit=0",
  "limit=1001",
  "offset=-1",
  "order=up",
  "sort=amount",
  "type=both",
  "transaction_reason=NONE",
  "start_time=yesterday",
  "start_time=2026-10-01",
  "priority=high",
  "credits_available_gt=many",
  "reference_type=INVOICE",
])("%s is refused in the flat form", async (query) => {
  const response = await ask(await start(), "flexprice", `${path}/transactions?${query}`);
  const body = { code: "validation_error", message: expect.any(String), http_status_code: 400 };
  expect([response.status, await response.json()]).toEqual([400, body]);
});

test.each(["", "/transactions", "/balance/real-time"])(
  "an unknown wallet is not found: /wallets/{id}%s",
  async (rest) => {
    const response = await ask(await start(), "flexprice", `/wallets/wallet_other${rest}`);
    const body = { code: "not_found", message: expect.any(String), http_status_code: 404 };
    expect([response.status, await response.json()]).toEqual([404, body]);
  },
);

test.each([{}, { "x-api-key": "wrong" }, { authorization: "Bearer made-up" }])(
  "a wrong key is refused: %j",
  async (headers) => {
    const response = await ask(await start(), "flexprice", path, { headers });
    expect([response.status, await response.json()]).toEqual([401, { error: "Invalid API key" }]);
  },
);

test("the real-time balance is the settled one less what is not debited yet", async () => {
  const balance = await read(await start(), "flexprice", `${path}/balance/real-time`);
  expect(balance).toMatchObject({
    currency: "usd",
    balance: "3409.640754",
    credit_balance: "340964.0754",
    current_period_usage: "69.01752",
    unpaid_invoices_amount: "12.5",
    real_time_balance: "3340.623234",
    real_time_credit_balance: "334062.3234",
    is_cached_fallback: false,
  });
  expect(balance).not.toHaveProperty("credits_available_breakdown");
});

test("a cached balance says so, without usage", async () => {
  const balance = await read(await start(), "flexprice", `${path}/balance/real-time?from_cache=true`);
  expect(balance).toMatchObject({
    is_cached_fallback: true,
    current_period_usage: "0",
    real_time_balance: "3409.640754",
  });
  expect(balance).not.toHaveProperty("unpaid_invoices_amount");
});

test("the credits left by origin make the credit balance", async () => {
  const url = `${path}/balance/real-time?expand=credits_available_breakdown`;
  const balance = await read(await start(), "flexprice", url);
  expect(balance.credits_available_breakdown).toEqual({ free: "2500", purchased: "338464.0754" });
  expect(balance.credit_balance).toBe("340964.0754");
});

test("a closed wallet has nothing left in real time", async () => {
  const balance = await read(await start(), "flexprice", "/wallets/wallet_acme_trial/balance/real-time");
  expect(balance).toMatchObject({ wallet_status: "closed", real_time_balance: "0", current_period_usage: "0" });
  expect(balance).not.toHaveProperty("unpaid_invoices_amount");
});

test("a quotient has sixteen decimals", async () => {
  const sandbox = await start();
  sandbox.store.flexprice.wallets.change("wallet_acme_reseller", { conversion_rate: "3" });
  const balance = await read(sandbox, "flexprice", "/wallets/wallet_acme_reseller/balance/real-time");
  expect(balance.real_time_credit_balance).toMatch(/^\d+\.\d{16}$/);
});

test("nulls stand where the document promises values, if asked for", async () => {
  const sandbox = await start({ flexprice: { nulls: true } });
  expect(await read(sandbox, "flexprice", `${path}/balance/real-time`)).toMatchObject({
    metadata: null,
    alert_settings: null,
    auto_topup: null,
    real_time_balance: null,
    current_period_usage: null,
    balance: "3409.640754",
  });
  expect((await list("limit=1", sandbox)).items[0]).toMatchObject({ metadata: null, conversion_rate: null });
});
