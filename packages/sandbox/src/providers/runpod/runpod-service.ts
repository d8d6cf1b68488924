import type { RunpodFamily } from "../../company/runpod/usage.js";
import { type Answer, ok } from "../../server/answer.js";
import { hasBearer } from "../../server/bearer.js";
import type { Call, ProviderService } from "../../server/provider-service.js";
import type { SandboxStore } from "../../store/sandbox-store.js";
import { addUp } from "./add-up.js";
import { readWindow } from "./billing-window.js";
import { printSeconds } from "./buckets.js";

type Store = SandboxStore["runpod"];

/** What sets one list apart from the others. */
interface List {
  readonly path: string;
  /** Null for the account's whole. */
  readonly family: RunpodFamily | null;
  /** The field and filter that name a resource, and the field that counts them; left out where all are added up. */
  readonly resource?: { readonly key: string; readonly count: string };
  /** The fields of a cost beside its total, with what they are of a family's parts. */
  readonly parts: Readonly<Record<string, readonly (readonly [RunpodFamily, string])[]>>;
}

const own = (family: RunpodFamily, ...keys: readonly string[]): List["parts"] =>
  Object.fromEntries(keys.map((key) => [key, [[family, key] as const]]));

const lists: readonly List[] = [
  {
    path: "/v2/billing",
    family: null,
    parts: {
      podGpuAmount: [["pods", "gpuAmount"]],
      podCpuAmount: [["pods", "cpuAmount"]],
      podDiskAmount: [["pods", "diskAmount"]],
      serverlessGpuAmount: [["serverless", "gpuAmount"]],
      serverlessCpuAmount: [["serverless", "cpuAmount"]],
      serverlessDiskAmount: [["serverless", "diskAmount"]],
      serverlessFeeAmount: [["serverless", "feeAmount"]],
      storageStandardAmount: [["network-volumes", "standardAmount"]],
      storageHighPerformanceAmount: [["network-volumes", "highPerformanceAmount"]],
      endpointAmount: [["endpoints", "totalAmount"]],
      clusterGpuAmount: [["clusters", "gpuAmount"]],
      clusterDiskAmount: [["clusters", "diskAmount"]],
      clusterNetworkingAmount: [["clusters", "networkingAmount"]],
    },
  },
  {
    path: "/v2/billing/pods",
    family: "pods",
    resource: { key: "podId", count: "uniquePodCount" },
    parts: own("pods", "gpuAmount", "cpuAmount", "diskAmount"),
  },
  {
    path: "/v2/billing/serverless",
    family: "serverless",
    resource: { key: "serverlessId", count: "uniqueServerlessCount" },
    parts: own("serverless", "gpuAmount", "cpuAmount", "diskAmount", "feeAmount"),
  },
  { path: "/v2/billing/endpoints", family: "endpoints", parts: {} },
  {
    path: "/v2/billing/network-volumes",
    family: "network-volumes",
    resource: { key: "networkVolumeId", count: "uniqueNetworkVolumeCount" },
    parts: own("network-volumes", "standardAmount", "highPerformanceAmount"),
  },
  {
    path: "/v2/billing/clusters",
    family: "clusters",
    resource: { key: "clusterId", count: "uniqueClusterCount" },
    parts: own("clusters", "gpuAmount", "diskAmount", "networkingAmount"),
  },
];

/** Runpod's six lists of costs; every resource of a window has a record in each of its buckets. */
export function createRunpodService(store: Store, apiKey: string, now: () => string): ProviderService {
  return {
    operations: lists.map((list) => ({
      method: "GET",
      path: list.path,
      answer: (call) => answerList(store, list, call, Date.parse(now())),
    })),
    authorize: (headers) => (hasBearer(headers, apiKey) ? null : fail(401, "The bearer token is not valid")),
    fail,
    rowsAt: ["records"],
  };
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
};

function fail(status: number, detail: string): Answer {
  const headers = { "content-type": "application/problem+json" };
  return { status, headers, body: { title: titles[status] ?? "Internal Server Error", status, detail } };
}

function answerList(store: Store, { family, resource, parts }: List, { query }: Call, now: number): Answer {
  const window = readWindow(query, now);
  if ("status" in window) return fail(window.status, window.detail);
  const wanted = resource === undefined ? undefined : query[resource.key];
  const rows = store.usage.view(family ?? "", (all) => all.filter((row) => family === null || row.family === family));
  const asked = wanted === undefined ? rows : rows.filter((row) => row.resource === wanted);
  const { records, totals, resources } = addUp(asked, window, { parts, resource: resource?.key ?? null });
  const times = { startTime: printSeconds(window.start), endTime: printSeconds(window.end) };
  return ok({
    records,
    metadata: {
      query: { ...times, bucketSize: window.size, ...(resource !== undefined && { [resource.key]: wanted ?? null }) },
      recordCount: records.length,
      ...(resource !== undefined && { [resource.count]: resources }),
      totals,
    },
  });
}
