// @ts-check
import { createFlexpriceClient } from "../../packages/flexprice/dist/index.js";
import { createNeevCloudClient } from "../../packages/neevcloud/dist/index.js";
import { createPrimeIntellectClient } from "../../packages/prime-intellect/dist/index.js";
import { createRunpodClient } from "../../packages/runpod/dist/index.js";
import { createWaveSpeedClient, encodeTime } from "../../packages/wavespeed/dist/index.js";

/** @typedef {import("../../packages/client-core/dist/index.js").ClientOptions} ClientOptions */
/** @typedef {(options: ClientOptions) => Promise<{ data: unknown, response: Response }>} Call */

const wallet = { path: { id: "wallet_1" } };
const org = { path: { org_id: "org_1" } };
const window = {
  startTime: "2026-10-01T00:00:00Z",
  endTime: "2026-11-01T00:00:00Z",
  bucketSize: /** @type {const} */ ("day"),
  // Refused by the provider beside a start and an end; here every parameter is sent once.
  lastN: 31,
};

/**
 * How every operation of every document is called through its provider's client, with each parameter that it documents.
 *
 * @type {Record<string, Record<string, Call>>}
 */
export const operationCalls = {
  flexprice: {
    "GET /wallets/{id}/balance/real-time": (options) =>
      createFlexpriceClient(options).GET("/wallets/{id}/balance/real-time", {
        params: { ...wallet, query: { expand: "credits_available_breakdown", from_cache: true } },
      }),
    "GET /wallets/{id}": (options) => createFlexpriceClient(options).GET("/wallets/{id}", { params: wallet }),
    "GET /wallets/{id}/transactions": (options) =>
      createFlexpriceClient(options).GET("/wallets/{id}/transactions", {
        params: {
          ...wallet,
          query: {
            limit: 1000,
            offset: 0,
            order: "asc",
            sort: "created_at",
            start_time: "2026-10-01T00:00:00Z",
            end_time: "2026-11-01T00:00:00Z",
            type: "debit",
            transaction_status: "completed",
            transaction_reason: "INVOICE_PAYMENT",
            reference_type: "INVOICE",
            reference_id: "invoice_1",
            status: "published",
            expand: "customer",
            expiry_date_before: "2027-01-01T00:00:00Z",
            expiry_date_after: "2026-01-01T00:00:00Z",
            credits_available_gt: "0.5",
            priority: 1,
            created_by: "user_1",
          },
        },
      }),
  },
  neevcloud: {
    "GET /api/v1/orgs/{org_id}/wallets": (options) =>
      createNeevCloudClient(options).GET("/api/v1/orgs/{org_id}/wallets", { params: org }),
    "GET /api/v1/orgs/{org_id}/wallets/transactions": (options) =>
      createNeevCloudClient(options).GET("/api/v1/orgs/{org_id}/wallets/transactions", {
        params: { ...org, query: { page: 1, items_per_page: 100 } },
      }),
  },
  "prime-intellect": {
    "GET /api/v1/billing/wallet": (options) =>
      createPrimeIntellectClient(options).GET("/api/v1/billing/wallet", {
        params: { query: { limit: 100, offset: 0, teamId: "team_1" } },
      }),
  },
  runpod: {
    "GET /v2/billing": (options) => createRunpodClient(options).GET("/v2/billing", { params: { query: window } }),
    "GET /v2/billing/pods": (options) =>
      createRunpodClient(options).GET("/v2/billing/pods", { params: { query: { ...window, podId: "pod_1" } } }),
    "GET /v2/billing/serverless": (options) =>
      createRunpodClient(options).GET("/v2/billing/serverless", {
        params: { query: { ...window, serverlessId: "endpoint_1" } },
      }),
    "GET /v2/billing/endpoints": (options) =>
      createRunpodClient(options).GET("/v2/billing/endpoints", { params: { query: window } }),
    "GET /v2/billing/network-volumes": (options) =>
      createRunpodClient(options).GET("/v2/billing/network-volumes", {
        params: { query: { ...window, networkVolumeId: "volume_1" } },
      }),
    "GET /v2/billing/clusters": (options) =>
      createRunpodClient(options).GET("/v2/billing/clusters", {
        params: { query: { ...window, clusterId: "cluster_1" } },
      }),
  },
  wavespeed: {
    "POST /api/v3/billings/search": (options) =>
      createWaveSpeedClient(options).POST("/api/v3/billings/search", {
        body: {
          billing_type: "deduct",
          prediction_uuids: ["prediction_1"],
          model_uuid: "model_1",
          access_key_uuid: "access_key_1",
          sort: "created_at ASC",
          start_time: encodeTime(new Date("2026-10-01T00:00:00Z")),
          end_time: encodeTime(new Date("2026-11-01T00:00:00Z"), "rfc3339"),
          page: 1,
          page_size: 100,
        },
      }),
    "GET /api/v3/account/billings": (options) =>
      createWaveSpeedClient(options).GET("/api/v3/account/billings", {
        params: { query: { page: 1, page_size: 20, type: "topup", start_date: "2026-10-01", end_date: "2026-10-31" } },
      }),
    "GET /api/v3/balance": (options) => createWaveSpeedClient(options).GET("/api/v3/balance"),
  },
};
