import { describe, expect, test } from "vitest";
import { createFlexpriceClient } from "../packages/flexprice/dist/index.js";
import { createNeevCloudClient } from "../packages/neevcloud/dist/index.js";
import { createPrimeIntellectClient } from "../packages/prime-intellect/dist/index.js";
import { createRunpodClient } from "../packages/runpod/dist/index.js";
import { createWaveSpeedClient, encodeTime } from "../packages/wavespeed/dist/index.js";
import { findProviders } from "./generate/read-document.mjs";
import { mockProviders, root } from "./programs/mock-providers.mjs";

const against = mockProviders(await findProviders(root));

/** @template Row @param {AsyncIterable<Row>} rows */
async function read(rows) {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** @param {import("./programs/mock-providers.mjs").Exchange[]} exchanges */
const addresses = (exchanges) => exchanges.map(({ address }) => address);

const anyInstant = "2019-08-24T14:15:22Z";

describe("lists whose answer Prism makes from the schemas alone: one row, and a total of 0", () => {
  test("Prime Intellect's wallet and its billing rows", async () => {
    const { options, exchanges } = against("prime-intellect");
    const [page, ...more] = await read(createPrimeIntellectClient(options).billings({ teamId: "team_1" }).pages());
    expect(more).toEqual([]);
    expect(page).toMatchObject({ wallet_id: "string", balance_usd: 0, total_billings: 0 });
    const row = { id: "string", amount_usd: 0, last_billed_at: anyInstant, resource_type: "string" };
    expect(page?.recent_billings).toMatchObject([row]);
    expect(addresses(exchanges)).toEqual(["/api/v1/billing/wallet?limit=100&teamId=team_1&offset=0"]);
    expect(exchanges).toMatchObject([{ violations: [] }]);
  });

  test("NeevCloud's transactions, with the smallest number that a double tells from its neighbours", async () => {
    const { options, exchanges } = against("neevcloud");
    const rows = await read(createNeevCloudClient(options).transactions({ org_id: "org 1" }));
    expect(rows).toMatchObject([
      { transaction_type: "CREDIT", transaction_source: "grant", type: "string", hour_start: anyInstant },
    ]);
    expect(rows.map((row) => String(row.amount_micro_dollars))).toEqual(["-9007199254740991"]);
    expect(addresses(exchanges)).toEqual(["/api/v1/orgs/org%201/wallets/transactions?page=1&items_per_page=100"]);
    expect(exchanges).toMatchObject([{ violations: [] }]);
  });

  test("Flexprice's transactions, the oldest first", async () => {
    const { options, exchanges } = against("flexprice");
    const query = { id: "wallet_1", start_time: "2026-10-01T00:00:00Z", end_time: "2026-11-01T00:00:00Z" };
    const rows = await read(createFlexpriceClient(options).transactions(query));
    expect(rows).toMatchObject([{ type: "credit", transaction_status: "pending", amount: "string", priority: 0 }]);
    const [exchange] = exchanges;
    const { pathname, searchParams } = new URL(exchange?.address ?? "", "http://127.0.0.1");
    expect(pathname).toBe("/wallets/wallet_1/transactions");
    const { id: _, ...range } = query;
    expect(Object.fromEntries(searchParams)).toEqual({ limit: "200", order: "asc", offset: "0", ...range });
    expect(exchanges).toMatchObject([{ violations: [] }]);
  });
});

test("Runpod's records, of which Prism makes one, and a count of 0", async () => {
  const { options, exchanges } = against("runpod");
  const client = createRunpodClient(options);
  const window = { startTime: "2026-10-01T00:00:00Z", endTime: "2026-11-01T00:00:00Z" };
  // The least double, which is what the document's amounts may be.
  const [totalAmount, gpuAmount, cpuAmount, diskAmount] = Array(4).fill(-Number.MAX_VALUE);
  const row = { startTime: anyInstant, endTime: anyInstant, totalAmount };
  const pod = { ...row, podId: "string", gpuAmount, cpuAmount, diskAmount };
  expect(await read(client.podBilling({ ...window, podId: "pod 1" }))).toEqual([pod]);
  expect(await read(client.endpointBilling({ ...window, bucketSize: "month" }))).toEqual([row]);
  const times = "startTime=2026-10-01T00%3A00%3A00Z&endTime=2026-11-01T00%3A00%3A00Z";
  expect(addresses(exchanges)).toEqual([
    `/v2/billing/pods?${times}&podId=pod%201`,
    `/v2/billing/endpoints?${times}&bucketSize=month`,
  ]);
  expect(exchanges.flatMap(({ violations }) => violations)).toEqual([]);
});

describe("WaveSpeed's lists, whose answers are the documented examples", () => {
  const time = {
    start_time: encodeTime(new Date("2026-10-01T00:00:00Z")),
    end_time: encodeTime(new Date("2026-11-01T00:00:00Z"), "rfc3339"),
  };

  test("a search that is counted is read until its total of 5", async () => {
    const { options, exchanges } = against("wavespeed");
    const rows = await read(createWaveSpeedClient(options).billings({ billing_type: "deduct", ...time }));
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      uuid: "1113382d696d4677a036540a9bbb88b4",
      access_key_id: "77730_1776946986692727375",
      price: 0.04,
      order: { state: "pre", status: "" },
      prediction: { model_uuid: "bytedance/seedream-v4.5" },
    });
    const bodies = [1, 2, 3, 4, 5].map((page) => ({ page, page_size: 100, billing_type: "deduct", ...time }));
    expect(exchanges.map(({ body }) => body)).toEqual(bodies);
    expect(exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("a search that says whether more follows, as the command-line client reads it, ends where it says so", async () => {
    const { options, exchanges } = against("wavespeed", { prefer: "example=has_more" });
    const [page, ...more] = await read(createWaveSpeedClient(options).billings().pages());
    expect(more).toEqual([]);
    expect(page?.data).not.toHaveProperty("total");
    expect(page?.data).toMatchObject({
      has_more: false,
      items: [{ billing_type: "refund", price: 0.0243, access_key_uuid: expect.any(String), order: { status: 2 } }],
    });
    expect(exchanges).toMatchObject([{ address: "/api/v3/billings/search", violations: [] }]);
  });

  test("the account's transactions are read until their total of 150, two on each page", async () => {
    const { options, exchanges } = against("wavespeed");
    const rows = await read(createWaveSpeedClient(options).accountBillings({ start_date: "2024-01-01" }));
    expect(rows).toHaveLength(150);
    expect(rows.slice(0, 2)).toMatchObject([
      { id: "txn_abc123", type: "topup", amount: 100, payment_method: "stripe" },
      { id: "txn_def456", type: "usage", amount: -15.5, model: "wavespeed-ai/flux-dev" },
    ]);
    const pages = exchanges.map(({ address }) => new URL(address, "http://127.0.0.1").searchParams.get("page"));
    expect(pages).toEqual(Array.from({ length: 75 }, (_, index) => String(index + 1)));
    expect(exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("the balance is the documented number", async () => {
    const { options } = against("wavespeed");
    const { data } = await createWaveSpeedClient(options).GET("/api/v3/balance");
    expect(data).toEqual({ code: 200, message: "success", data: { balance: 156.78 } });
  });
});
