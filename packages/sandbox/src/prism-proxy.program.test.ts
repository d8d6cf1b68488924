import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask } from "./__fixtures__/start.js";
import { type PrismProxy, startPrismProxy } from "./__fixtures__/start-prism-proxy.js";
import { createCompany } from "./company/create-company.js";
import { type ProviderId, providerIds } from "./provider-id.js";
import type { Sandbox, SandboxOptions } from "./sandbox.js";
import { startSandbox } from "./start-sandbox.js";

const company = createCompany({ runpod: true });

/** The ways in which the providers answer, and the times that WaveSpeed then takes. */
const forms: readonly (readonly [name: string, options: SandboxOptions, times: readonly [string, string]])[] = [
  ["as documented", {}, [String(Date.parse("2026-10-01")), String(Date.parse("2026-11-01"))]],
  [
    "with nulls, the other wire form, and no list of the account",
    { flexprice: { nulls: true }, wavespeed: { wire: "has_more", accountBillings: "not-found" } },
    ["2026-10-01T00:00:00Z", "2026-10-31T23:59:59.999Z"],
  ],
];

describe.each(forms)("the sandbox %s", (_, options, [from, to]) => {
  let sandbox: Sandbox;
  let proxies: Record<ProviderId, PrismProxy>;

  beforeAll(async () => {
    sandbox = await startSandbox({ company, ...options });
    const started = providerIds.map(async (id) => [id, await startPrismProxy(id, sandbox.urls[id])] as const);
    proxies = Object.fromEntries(await Promise.all(started)) as typeof proxies;
  });
  beforeEach(() => sandbox.clearFaults());
  afterAll(async () => {
    await Promise.all(Object.values(proxies).map(({ stop }) => stop()));
    await sandbox.close();
  });

  /** Asks through Prism; gives the status, and what Prism found against the request or the answer. */
  async function check(provider: ProviderId, path: string, init?: Parameters<typeof ask>[3]) {
    const urls = { ...sandbox.urls, [provider]: proxies[provider].url };
    const response = await ask({ urls, credentials: sandbox.credentials }, provider, path, init);
    const text = await response.text();
    // Runpod's own errors have the same media type.
    const isProblem = text.includes("stoplight.io/prism/errors");
    const violations = response.headers.get("sl-violations") ?? (isProblem ? text : null);
    return { outcome: { path, status: response.status, violations }, text };
  }

  /** The JSON of an answer that Prism let through; any other status than the expected one fails. */
  async function pass<Body>(provider: ProviderId, path: string, init?: Parameters<typeof ask>[3]): Promise<Body> {
    const { outcome, text } = await check(provider, path, init);
    expect(outcome).toEqual({ path, status: 200, violations: null });
    return JSON.parse(text) as Body;
  }

  async function expectStatus(status: number, provider: ProviderId, path: string, init?: Parameters<typeof ask>[3]) {
    expect((await check(provider, path, init)).outcome).toEqual({ path, status, violations: null });
  }

  const primePath = "/api/v1/billing/wallet";
  const team = "teamId=team_acme_research";
  const neevPath = "/api/v1/orgs/org_acme/wallets";
  const searchPath = "/api/v3/billings/search";
  const accountPath = "/api/v3/account/billings";

  test("keeps to Prime Intellect's document on every page", async () => {
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const query = `?${team}&limit=100&offset=${offset}`;
      total = (await pass<{ total_billings: number }>("prime-intellect", primePath + query)).total_billings;
    }
    for (const query of ["", `?${team}`, "?limit=1&offset=2", `?${team}&offset=500`])
      await pass("prime-intellect", primePath + query);
  });

  test("keeps to NeevCloud's document on every page", async () => {
    await pass("neevcloud", neevPath);
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const path = `${neevPath}/transactions?items_per_page=100&page=${page}`;
      pages = (await pass<{ pagination: { total_pages: number } }>("neevcloud", path)).pagination.total_pages;
    }
    for (const query of ["", "?page=1000", "?items_per_page=1"])
      await pass("neevcloud", `${neevPath}/transactions${query}`);
  });

  test("keeps to Flexprice's document for every wallet, page and filter", async () => {
    const filters = [
      "order=asc",
      "order=desc&sort=created_at",
      "start_time=2026-10-01T00:00:00Z&end_time=2026-11-01T00:00:00Z",
      "type=credit",
      "transaction_status=pending",
      "transaction_reason=CREDIT_EXPIRED",
      "reference_type=INVOICE&reference_id=inv_seats_10",
      "status=published",
      "expand=wallet,customer,created_by_user",
      "expiry_date_before=2026-10-15T00:00:00Z",
      "expiry_date_after=2026-10-15T00:00:00Z",
      "credits_available_gt=0.5",
      "priority=1",
      "created_by=user_billing",
    ];
    for (const id of sandbox.credentials.flexprice.walletIds) {
      await pass("flexprice", `/wallets/${id}`);
      for (const query of ["", "?expand=credits_available_breakdown", "?from_cache=true", "?from_cache=false"])
        await pass("flexprice", `/wallets/${id}/balance/real-time${query}`);
      for (let offset = 0, total = 1; offset < total; offset += 50) {
        const path = `/wallets/${id}/transactions?limit=50&offset=${offset}`;
        total = (await pass<{ pagination: { total: number } }>("flexprice", path)).pagination.total;
      }
      for (const filter of filters) await pass("flexprice", `/wallets/${id}/transactions?limit=1000&${filter}`);
    }
  });

  test("keeps to WaveSpeed's description on every page and with every filter", async () => {
    await pass("wavespeed", "/api/v3/balance");
    type Page = { data: { total?: number; has_more?: boolean; items: { prediction: { uuid: string } | null }[] } };
    const search = (fields: object) =>
      pass<Page>("wavespeed", searchPath, { body: { page: 1, page_size: 100, ...fields } });
    let read = 0;
    for (let page = 1, more = true; more; page += 1) {
      const { data } = await search({ page });
      read += data.items.length;
      more = data.has_more ?? read < (data.total ?? 0);
    }
    expect(read).toBe(3182);
    const [first] = (await search({ billing_type: "refund" })).data.items;
    const uuid = first?.prediction?.uuid;
    const filters = [{ prediction_uuids: [uuid] }, { model_uuid: "google/veo-3-fast" }, { access_key_uuid: "none" }];
    for (const filter of filters) await search(filter);
    for (const sort of ["created_at ASC", "created_at DESC"]) await search({ sort, start_time: from, end_time: to });
  });

  test("keeps to WaveSpeed's description in the account's list, or has none", async () => {
    if (options.wavespeed?.accountBillings === "not-found") {
      await expectStatus(404, "wavespeed", accountPath);
      return;
    }
    for (let page = 1, total = 1; (page - 1) * 100 < total; page += 1) {
      const path = `${accountPath}?page_size=100&page=${page}`;
      total = (await pass<{ data: { pagination: { total: number } } }>("wavespeed", path)).data.pagination.total;
    }
    for (const query of ["", "?type=topup", "?type=usage", "?start_date=2026-10-01&end_date=2026-10-31"])
      await pass("wavespeed", accountPath + query);
  });

  test("keeps to Runpod's document in every list, by every length of a bucket, and in its refusals", async () => {
    const window = "startTime=2026-10-01T00:00:00Z&endTime=2026-10-03T00:00:00Z";
    const filters = { pods: "podId=c3v8etl0cpu", serverless: "serverlessId=4m7x2k9q", endpoints: "" };
    const others = { "network-volumes": "networkVolumeId=none", clusters: "clusterId=5c2n8m4q" };
    for (const [family, filter] of Object.entries({ ...filters, ...others }))
      for (const query of [window, `lastN=2&${filter}`]) await pass("runpod", `/v2/billing/${family}?${query}`);
    for (const size of ["hour", "day", "week", "month", "year"])
      await pass("runpod", `/v2/billing?${window}&bucketSize=${size}`);
    await expectStatus(400, "runpod", `/v2/billing?lastN=2&${window}`);
    await expectStatus(401, "runpod", "/v2/billing", { headers: { authorization: "Bearer wrong" } });
  });

  test("fails as the documents say", async () => {
    const wrong = { headers: { authorization: "Bearer wrong", "x-api-key": "wrong" } };
    await expectStatus(401, "prime-intellect", primePath, wrong);
    await expectStatus(403, "prime-intellect", `${primePath}?teamId=team_other`);
    await expectStatus(401, "neevcloud", neevPath, wrong);
    await expectStatus(404, "neevcloud", "/api/v1/orgs/org_other/wallets");
    await expectStatus(400, "neevcloud", "/api/v1/orgs/org_other/wallets/transactions");
    await expectStatus(401, "flexprice", "/wallets/wallet_acme_trial", wrong);
    for (const rest of ["", "/transactions", "/balance/real-time"])
      await expectStatus(404, "flexprice", `/wallets/wallet_other${rest}`);
    await expectStatus(401, "wavespeed", "/api/v3/balance", wrong);
  });

  test.each<[ProviderId, string, readonly number[]]>([
    ["prime-intellect", primePath, [401, 403, 422]],
    ["neevcloud", neevPath, [400, 401, 403, 404, 500]],
    ["flexprice", "/wallets/wallet_acme_trial", [400, 401, 403, 404, 429, 500]],
    ["wavespeed", "/api/v3/balance", [401, 403, 429, 500]],
    ["runpod", "/v2/billing", [401, 403, 429, 500]],
  ])("%s fails on demand as its document says", async (provider, path, statuses) => {
    for (const status of statuses) {
      sandbox.clearFaults();
      sandbox.setFault({ kind: "status", status });
      await expectStatus(status, provider, path);
    }
  });

  test.each<[ProviderId, string, string]>([
    ["prime-intellect", primePath, "balance_usd"],
    ["neevcloud", neevPath, "balance_micro_dollars"],
    ["flexprice", "/wallets/wallet_acme_trial", "credit_balance"],
    ["wavespeed", "/api/v3/balance", "data"],
    ["runpod", "/v2/billing/pods", "records"],
  ])("Prism finds what is wrong in an answer of %s", async (provider, path, field) => {
    sandbox.setFault({ kind: "rewrite", rewrite: (body) => ({ ...(body as object), [field]: true }) });
    const { outcome } = await check(provider, path);
    expect(outcome).toEqual({ path, status: 500, violations: expect.stringContaining(field) });
  });

  test("Prism finds what is wrong in a request", async () => {
    const { outcome } = await check("prime-intellect", `${primePath}?limit=101`);
    expect(outcome.status).toBe(422);
    expect(outcome.violations).toContain("limit");
    expect(sandbox.requests.some(({ query }) => query.limit === "101")).toBe(false);
  });
});
