import { expect, test } from "vitest";
import { createFlexpriceClient } from "../packages/flexprice/dist/index.js";
import { createNeevCloudClient } from "../packages/neevcloud/dist/index.js";
import { createPrimeIntellectClient } from "../packages/prime-intellect/dist/index.js";
import { createRunpodClient } from "../packages/runpod/dist/index.js";
import { createWaveSpeedClient } from "../packages/wavespeed/dist/index.js";
import { findProviders } from "./generate/read-document.mjs";
import { mockProviders, root } from "./programs/mock-providers.mjs";

const against = mockProviders(await findProviders(root));

/** @typedef {(options: import("../packages/client-core/dist/index.js").ClientOptions) => Promise<unknown>} Call */
/** @typedef {import("../packages/prime-intellect/dist/index.js").paths["/api/v1/billing/wallet"]["get"]} PrimeWallet */
/** @typedef {import("../packages/flexprice/dist/index.js").paths["/wallets/{id}/transactions"]["get"]} FlexpriceList */
/** @typedef {import("../packages/wavespeed/dist/index.js").components["schemas"]["BillingSearchRequest"]} Search */
/** @typedef {import("../packages/wavespeed/dist/index.js").AccountBillingsQuery} AccountQuery */

/** @param {NonNullable<PrimeWallet["parameters"]["query"]>} query @returns {Call} */
const prime = (query) => (options) =>
  createPrimeIntellectClient(options).GET("/api/v1/billing/wallet", { params: { query } });

/** @param {{ page?: number, items_per_page?: number }} query @returns {Call} */
const neev = (query) => (options) =>
  createNeevCloudClient(options).GET("/api/v1/orgs/{org_id}/wallets/transactions", {
    params: { path: { org_id: "org_1" }, query },
  });

/** @param {NonNullable<FlexpriceList["parameters"]["query"]>} query @returns {Call} */
const flexprice = (query) => (options) =>
  createFlexpriceClient(options).GET("/wallets/{id}/transactions", { params: { path: { id: "wallet_1" }, query } });

/** @param {import("../packages/runpod/dist/index.js").BillingQuery} query @returns {Call} */
const runpod = (query) => (options) => createRunpodClient(options).GET("/v2/billing", { params: { query } });

/** @param {Partial<Search>} change @returns {Call} */
const search = (change) => (options) =>
  createWaveSpeedClient(options).POST("/api/v3/billings/search", { body: { page: 1, page_size: 10, ...change } });

/** @param {AccountQuery} query @returns {Call} */
const account = (query) => (options) =>
  createWaveSpeedClient(options).GET("/api/v3/account/billings", { params: { query } });

/** @type {[provider: string, parameter: string, status: number, what: string, call: Call][]} */
const refused = [
  ["prime-intellect", "query.limit", 422, "over 100", prime({ limit: 500 })],
  ["prime-intellect", "query.limit", 422, "of 0", prime({ limit: 0 })],
  ["prime-intellect", "query.offset", 422, "below 0", prime({ offset: -1 })],
  ["neevcloud", "query.items_per_page", 400, "over 100", neev({ items_per_page: 101 })],
  ["neevcloud", "query.items_per_page", 400, "of 0", neev({ items_per_page: 0 })],
  ["neevcloud", "query.page", 400, "of 0", neev({ page: 0 })],
  ["neevcloud", "query.page", 400, "of one and a half", neev({ page: 1.5 })],
  ["flexprice", "query.limit", 400, "over 1000", flexprice({ limit: 1001 })],
  ["flexprice", "query.offset", 400, "below 0", flexprice({ offset: -1 })],
  ["flexprice", "query.start_time", 400, "that is no instant", flexprice({ start_time: "yesterday" })],
  // @ts-expect-error Its type refuses it first.
  ["flexprice", "query.order", 400, "that there is not", flexprice({ order: "newest" })],
  // @ts-expect-error Its type refuses it first.
  ["flexprice", "query.transaction_status", 400, "that there is not", flexprice({ transaction_status: "done" })],
  ["runpod", "query.lastN", 422, "of 0", runpod({ lastN: 0 })],
  ["runpod", "query.startTime", 422, "that is no instant", runpod({ startTime: "yesterday" })],
  // @ts-expect-error Its type refuses it first.
  ["runpod", "query.bucketSize", 422, "that there is not", runpod({ bucketSize: "minute" })],
  ["wavespeed", "body.page_size", 400, "over 100", search({ page_size: 101 })],
  ["wavespeed", "body.page", 400, "of 0", search({ page: 0 })],
  ["wavespeed", "body.start_time", 400, "that is no instant", search({ start_time: "yesterday" })],
  // @ts-expect-error Its type refuses it first.
  ["wavespeed", "body.sort", 400, "that there is not", search({ sort: "price ASC" })],
  // @ts-expect-error Its type refuses it first.
  ["wavespeed", "query.type", 400, "that there is not", account({ type: "gift" })],
  ["wavespeed", "query.start_date", 400, "that is no day", account({ start_date: "2026-13-45" })],
];

test.each(refused)("%s: a %s is refused with %i if it is one %s", async (provider, parameter, status, _, call) => {
  const { options, exchanges } = against(provider);
  await expect(call(options)).rejects.toMatchObject({ name: "ClientError", code: "invalid_request", status });
  const places = exchanges.flatMap(({ violations }) => violations.map(({ location }) => location.join(".")));
  // Prism names query parameters in small letters.
  expect(new Set(places)).toEqual(new Set([`request.${parameter.toLowerCase()}`]));
});

/** @type {[provider: string, call: Call][]} */
const allowed = [
  ["prime-intellect", prime({ limit: 100, offset: 0 })],
  ["neevcloud", neev({ items_per_page: 100, page: 1 })],
  ["flexprice", flexprice({ limit: 1000, offset: 0, order: "asc", transaction_status: "pending" })],
  ["runpod", runpod({ lastN: 1, bucketSize: "year" })],
  ["wavespeed", search({ page_size: 100, start_time: "1759317210051", sort: "created_at DESC" })],
  ["wavespeed", account({ type: "usage", start_date: "2026-10-31" })],
];

test.each(allowed)("%s: values at the bounds are let through", async (provider, call) => {
  const { options, exchanges } = against(provider);
  await call(options);
  expect(exchanges).toMatchObject([{ violations: [] }]);
});

test("a client that is pointed at another provider finds nothing there", async () => {
  const { options } = against("prime-intellect");
  await expect(neev({})(options)).rejects.toMatchObject({ code: "not_found", status: 404 });
});
