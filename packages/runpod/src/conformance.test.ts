import { type ListRule, testClient } from "@spendbook/client-conformance";
import { createRunpodClient, type RunpodClient } from "./index.js";

const problem = (status: number, title: string, detail: string) => ({ title, status, detail });
const query = { startTime: "2026-06-01T00:00:00Z", endTime: "2026-06-02T00:00:00Z", bucketSize: "day" };
const totals = { totalAmount: 12.34 };

/** One of the six lists: all of its records in one answer. */
const records = (
  name: string,
  list: ListRule<RunpodClient, { totalAmount: number }>["list"],
): ListRule<RunpodClient, { totalAmount: number }> => ({
  name,
  list,
  row: (number) => ({ ...query, totalAmount: number }),
  id: (row) => row.totalAmount,
  page: ({ rows, total }) => ({ records: rows, metadata: { query, recordCount: total, totals } }),
  withoutEnd: (page) => ({ ...page, metadata: { query, totals } }),
});

testClient<RunpodClient>({
  provider: "Runpod",
  create: createRunpodClient,
  credentials: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  read: (client, options) => client.GET("/v2/billing", { ...options, params: { query: { lastN: 1 } } }),
  request: "GET /v2/billing?lastN=1",
  answer: { records: [{ ...query, totalAmount: 42.34 }], metadata: { query, recordCount: 1, totals } },
  number: ["records", 0, "totalAmount"],
  errors: [
    {
      status: 401,
      body: problem(401, "Unauthorized", "missing bearer token"),
      ...{ code: "unauthorized", says: "missing bearer token" },
    },
    { status: 403, body: problem(403, "Forbidden", "access denied"), code: "forbidden", says: "access denied" },
    {
      status: 422,
      body: {
        ...problem(422, "Unprocessable Entity", "Request validation failed."),
        errors: ["$.lastN: too small", 7],
      },
      ...{ code: "invalid_request", says: "Request validation failed.; $.lastN: too small" },
    },
    { status: 400, body: { title: "Bad Request" }, code: "invalid_request", says: "Bad Request" },
    { status: 500, body: { message: "an error of another form" }, code: "server_error" },
  ],
  lists: [
    records("billing", (client, _, options) => client.billing({ lastN: 30 }, options)),
    records("pod billing", (client, _, options) => client.podBilling({}, options)),
    records("serverless billing", (client, _, options) => client.serverlessBilling({}, options)),
    records("endpoint billing", (client, _, options) => client.endpointBilling({}, options)),
    records("network volume billing", (client, _, options) => client.networkVolumeBilling({}, options)),
    records("cluster billing", (client, _, options) => client.clusterBilling({}, options)),
  ],
});
