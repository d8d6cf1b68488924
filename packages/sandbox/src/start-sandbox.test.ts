import { expect, test } from "vitest";
import { ask, read, start } from "./__fixtures__/start.js";
import { createEmptyCompany } from "./company/create-empty-company.js";
import { JsonNumber } from "./json.js";
import { sandboxEnvironment } from "./sandbox-environment.js";
import { startSandbox } from "./start-sandbox.js";

const primePath = "/api/v1/billing/wallet?teamId=team_acme_research&limit=2";

interface PrimePage {
  balance_usd: number;
  total_billings: number;
  recent_billings: { id: string; amount_usd: number }[];
}

test("addresses end as the providers' own do", async () => {
  const { urls } = await start();
  expect(urls["prime-intellect"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/prime-intellect$/);
  expect(urls.neevcloud).toMatch(/\/billing$/);
  expect(urls.flexprice).toMatch(/\/v1$/);
  expect(urls.wavespeed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/wavespeed$/);
});

test("two sandboxes run side by side, and a port that is taken is told", async () => {
  const one = await start();
  const other = await start();
  expect(one.urls.wavespeed).not.toBe(other.urls.wavespeed);
  const port = Number(new URL(one.urls.wavespeed).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("requests are kept as they came, without a key", async () => {
  const sandbox = await start();
  await ask(sandbox, "flexprice", "/wallets/wallet_acme_trial/transactions?limit=1&order=asc");
  await ask(sandbox, "wavespeed", "/api/v3/billings/search", { body: { page: 1, page_size: 1 } });
  await ask(sandbox, "neevcloud", "/nowhere");
  expect(sandbox.requests).toEqual([
    {
      number: 1,
      provider: "flexprice",
      method: "GET",
      path: "/wallets/wallet_acme_trial/transactions",
      operation: "GET /wallets/{id}/transactions",
      query: { limit: "1", order: "asc" },
      body: undefined,
    },
    expect.objectContaining({ operation: "POST /api/v3/billings/search", body: { page: 1, page_size: 1 } }),
    expect.objectContaining({ provider: "neevcloud", path: "/nowhere", operation: null }),
  ]);
  expect(sandbox.requestCounts()).toEqual({
    "prime-intellect": 0,
    neevcloud: 1,
    flexprice: 1,
    wavespeed: 1,
    runpod: 0,
  });
  for (const { apiKey } of Object.values(sandbox.credentials))
    expect(JSON.stringify(sandbox.requests)).not.toContain(apiKey);
});

test("an unknown path is 404 and a wrong method 405, in the provider's form", async () => {
  const sandbox = await start();
  const unknown = await ask(sandbox, "flexprice", "/invoices");
  expect([unknown.status, await unknown.json()]).toEqual([404, expect.objectContaining({ code: "not_found" })]);
  const wrong = await ask(sandbox, "wavespeed", "/api/v3/billings/search");
  expect([wrong.status, await wrong.json()]).toEqual([
    405,
    expect.objectContaining({ error_code: "method_not_allowed" }),
  ]);
  expect((await fetch(new URL("/elsewhere", sandbox.urls.wavespeed))).status).toBe(404);
});

test("other keys than the made-up ones are taken", async () => {
  const sandbox = await start({ apiKeys: { wavespeed: "my-own" } });
  expect(sandbox.credentials.wavespeed.apiKey).toBe("my-own");
  expect((await ask(sandbox, "wavespeed", "/api/v3/balance")).status).toBe(200);
  const headers = { authorization: "Bearer made-up-wavespeed-key-for-the-sandbox" };
  expect((await ask(sandbox, "wavespeed", "/api/v3/balance", { headers })).status).toBe(401);
});

test("a row billed again between two pages jumps to the front and pushes another over the page's edge", async () => {
  const sandbox = await start({
    onRequest: ({ query }, store) => {
      if (query.offset !== "2") return;
      const { billings } = store["prime-intellect"].team;
      const row = billings.list().find(({ resource_id }) => resource_id === "run-base-7b");
      billings.change(row?.id ?? "", { amount_usd: new JsonNumber("3000.5"), last_billed_at: "2026-11-02T12:00:01Z" });
    },
  });
  const first = await read<PrimePage>(sandbox, "prime-intellect", primePath);
  const second = await read<PrimePage>(sandbox, "prime-intellect", `${primePath}&offset=2`);
  const third = await read<PrimePage>(sandbox, "prime-intellect", primePath);
  expect(second.recent_billings[0]?.id).toBe(first.recent_billings[1]?.id);
  expect(third.recent_billings[0]?.amount_usd).toBe(3000.5);
  expect(second.total_billings).toBe(first.total_billings);
  // The run had cost 204.5 hours at 9.96 dollars.
  expect(first.balance_usd - second.balance_usd).toBeCloseTo(3000.5 - 2036.82, 9);
});

test("rows are added and taken away while the sandbox runs; counts and balances follow", async () => {
  const sandbox = await start();
  const { transactions } = sandbox.store.neevcloud;
  const wallet = async () => (await read(sandbox, "neevcloud", "/api/v1/orgs/org_acme/wallets")).balance_micro_dollars;
  const total = async () =>
    (
      await read<{ pagination: { total_items: number } }>(
        sandbox,
        "neevcloud",
        "/api/v1/orgs/org_acme/wallets/transactions",
      )
    ).pagination.total_items;
  const before = Number(await wallet());
  const [row] = transactions.list();
  if (row === undefined) throw new Error("there is no row");
  transactions.add({
    ...row,
    id: "new",
    transaction_type: "DEBIT",
    transaction_source: "payment",
    amount_micro_dollars: 7,
  });
  expect([await wallet(), await total()]).toEqual([before - 7, 4334]);
  transactions.remove("new");
  expect([await wallet(), await total()]).toEqual([before, 4333]);
  expect(() => transactions.add(row)).toThrow(RangeError);
  expect(() => transactions.change("new", {})).toThrow(RangeError);
  expect(() => transactions.remove("new")).toThrow(RangeError);
});

test("time passes: rows appear, a prediction ends, a purchase is paid", async () => {
  const sandbox = await start({ now: "2026-10-01T12:00:00Z" });
  const purchase = () =>
    sandbox.store.flexprice.transactions.list().find(({ created_at }) => created_at === "2026-09-29T08:00:00Z");
  const count = sandbox.store.neevcloud.transactions.list().length;
  expect(purchase()?.transaction_status).toBe("pending");
  sandbox.advance("2026-10-03T00:00:00Z");
  expect(purchase()?.transaction_status).toBe("completed");
  expect(sandbox.store.neevcloud.transactions.list().length).toBeGreaterThan(count);
  expect(sandbox.now()).toBe("2026-10-03T00:00:00.000Z");
  expect(() => sandbox.advance("2026-10-02T00:00:00Z")).toThrow(RangeError);
  expect(() => sandbox.advance("tomorrow")).toThrow(RangeError);
});

test("changes to a sandbox do not change its company", async () => {
  const sandbox = await start();
  const [row] = sandbox.store.wavespeed.billings.list();
  sandbox.store.wavespeed.billings.remove(row?.uuid ?? "");
  const other = await start({ company: sandbox.company });
  expect(other.store.wavespeed.billings.get(row?.uuid ?? "")).toEqual(row);
});

test("a hook that throws ends its request, and closing tells of it", async () => {
  const sandbox = await startSandbox({
    onRequest: () => {
      throw new Error("the hook has failed");
    },
  });
  await expect(ask(sandbox, "wavespeed", "/api/v3/balance")).rejects.toThrow();
  await expect(sandbox.close()).rejects.toThrow("the hook has failed");
});

test("the environment names every account", async () => {
  const sandbox = await start();
  expect(sandboxEnvironment(sandbox)).toMatchObject({
    NEEV_BASE_URL: sandbox.urls.neevcloud,
    PRIME_TEAM_ID: "team_acme_research",
    FLEXPRICE_WALLET_ID: "wallet_acme_production,wallet_acme_reseller,wallet_acme_trial",
  });
});

test("an empty company has empty lists, and balances of nothing", async () => {
  const sandbox = await start({ company: createEmptyCompany() });
  const { teamId } = sandbox.credentials["prime-intellect"];
  expect(await read(sandbox, "prime-intellect", `/api/v1/billing/wallet?teamId=${teamId}`)).toMatchObject({
    balance_usd: 0,
    total_billings: 0,
    recent_billings: [],
  });
  expect(await read(sandbox, "neevcloud", "/api/v1/orgs/org_1/wallets/transactions")).toMatchObject({
    transactions: [],
    pagination: { total_items: 0, total_pages: 0 },
  });
  expect(await read(sandbox, "flexprice", "/wallets/wallet_1")).toMatchObject({ balance: "0", credit_balance: "0" });
  expect(await read(sandbox, "flexprice", "/wallets/wallet_1/transactions")).toMatchObject({ items: [] });
  expect(await read(sandbox, "wavespeed", "/api/v3/balance")).toMatchObject({ data: { balance: 0 } });
});
