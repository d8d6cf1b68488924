import type { RequestListener } from "node:http";
import { answer, serve } from "@spendbook/test-server";
import { expect, test } from "vitest";
import { createRunpodClient, type PagedList, type RunpodClient } from "./index.js";

/** A client of a real server on loopback. */
async function clientOf(listener: RequestListener) {
  return createRunpodClient({ apiKey: "rpa_test", baseUrl: await serve(listener), retry: { limit: 0 } });
}

const day = { startTime: "2026-06-01T00:00:00Z", endTime: "2026-06-02T00:00:00Z" };

// The amounts are those of the examples in the document.
const pod = { ...day, podId: "pod_1", totalAmount: 12.34, gpuAmount: 11.1, cpuAmount: 0, diskAmount: 1.24 };
const { startTime: _start, endTime: _end, podId: _pod, ...podTotals } = pod;
const pods = {
  records: [pod],
  metadata: {
    query: { ...day, bucketSize: "day", podId: null },
    recordCount: 1,
    uniquePodCount: 1,
    totals: podTotals,
  },
};

test("a pod's record is given as it is, typed", async () => {
  const client = await clientOf(answer(200, pods));
  for await (const { podId, totalAmount, gpuAmount, cpuAmount, diskAmount } of client.podBilling()) {
    const texts: [string, number] = [podId, totalAmount];
    expect([...texts, gpuAmount, cpuAmount, diskAmount]).toEqual(["pod_1", 12.34, 11.1, 0, 1.24]);
  }
  const { data } = await client.GET("/v2/billing/pods");
  expect(data).toEqual(pods);
});

test("the answer's metadata says what was asked for, and how many pods it is of", async () => {
  const client = await clientOf(answer(200, pods));
  for await (const { metadata } of client.podBilling().pages()) {
    const unique: number = metadata.uniquePodCount;
    expect([metadata.query.bucketSize, metadata.query.podId, metadata.recordCount, unique]).toEqual([
      "day",
      null,
      1,
      1,
    ]);
  }
});

test("an amount that a double holds keeps all of its digits, and one that it does not is refused with its place", async () => {
  const text = (digits: string) => JSON.stringify(pods).replace("11.1", digits);
  const exact = await clientOf((_, response) => response.end(text("0.5709989242022857")));
  for await (const { gpuAmount } of exact.podBilling()) expect(String(gpuAmount)).toBe("0.5709989242022857");
  const inexact = await clientOf((_, response) => response.end(text("0.57099892420228571")));
  const { data } = await exact.GET("/v2/billing/pods");
  expect(data.records[0]?.gpuAmount).toBe(0.5709989242022857);
  await expect(inexact.GET("/v2/billing/pods")).rejects.toMatchObject({
    code: "inexact_number",
    path: "$.records[0].gpuAmount",
  });
});

/** Every list with each parameter that it takes. */
const lists: [
  path: string,
  filter: object,
  list: (client: RunpodClient, query: object) => PagedList<unknown, unknown>,
][] = [
  ["/v2/billing", {}, (client, query) => client.billing(query)],
  ["/v2/billing/pods", { podId: "pod 1" }, (client, query) => client.podBilling(query)],
  ["/v2/billing/serverless", { serverlessId: "ep_1" }, (client, query) => client.serverlessBilling(query)],
  ["/v2/billing/endpoints", {}, (client, query) => client.endpointBilling(query)],
  ["/v2/billing/network-volumes", { networkVolumeId: "v" }, (client, query) => client.networkVolumeBilling(query)],
  ["/v2/billing/clusters", { clusterId: "c" }, (client, query) => client.clusterBilling(query)],
];

test.each(lists)("%s is asked for its window, with its own filter", async (path, filter, list) => {
  const seen: URL[] = [];
  const client = await clientOf((request, response) => {
    seen.push(new URL(request.url ?? "", "http://127.0.0.1"));
    response.end(JSON.stringify({ records: null, metadata: { recordCount: 0 } }));
  });
  const query = { ...day, bucketSize: "hour", ...filter };
  for await (const _ of list(client, query)) expect.unreachable();
  expect(seen.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([
    [path, query],
  ]);
});

test.each(["hour", "day", "week", "month", "year"] as const)(
  "a bucket may be as long as one %s",
  async (bucketSize) => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push(request.url);
      response.end(JSON.stringify({ records: [], metadata: { recordCount: 0 } }));
    });
    for await (const _ of client.billing({ bucketSize, lastN: 3 })) expect.unreachable();
    expect(seen).toEqual([`/v2/billing?bucketSize=${bucketSize}&lastN=3`]);
  },
);

test("what the document does not know does not compile", async () => {
  const client = await clientOf(answer(200, pods));
  const compileOnly = () => [
    // @ts-expect-error there are no minutes
    client.billing({ bucketSize: "minute" }),
    // @ts-expect-error a pod is no cluster
    client.clusterBilling({ podId: "pod_1" }),
    // @ts-expect-error the balance has no operation in this document
    client.GET("/v2/billing/balance"),
  ];
  expect(compileOnly).toBeTypeOf("function");
});
