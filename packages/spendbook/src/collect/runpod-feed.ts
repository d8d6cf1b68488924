import type { RunpodClient } from "@spendbook/runpod";
import type { Feed, FeedList } from "./feed.js";
import { quartersOf } from "./quarters.js";
import { countAt, instantOf, rowsAt, textAt } from "./read-page.js";

/** The API names no wallet: a key has one. */
const wallet = "default";

/** Before the provider had customers: without a start it answers the last 30 days only. */
const firstYear = "2021-01-01T00:00:00Z";

/** Every resource of a quarter may have a record for each of its days: a thousand of them make some 16 MiB. */
export const runpodBodySize = 64 * 1024 * 1024;

/** The lists, and the field that names a record's resource where it has one. */
const lists = [
  ["/v2/billing/pods", "podId"],
  ["/v2/billing/serverless", "serverlessId"],
  ["/v2/billing/endpoints", null],
  ["/v2/billing/network-volumes", "networkVolumeId"],
  ["/v2/billing/clusters", "clusterId"],
  ["/v2/billing", null],
] as const;

/**
 * Runpod: what each resource cost on each day that is over, by five lists, and the account's whole beside them. The day in
 * progress is left for the next run, because it grows while it is read. There is no balance.
 *
 * @param begunAt when the run began
 */
export function runpodFeed(client: RunpodClient, begunAt: Date, signal: AbortSignal): Feed {
  const today = `${begunAt.toISOString().slice(0, 10)}T00:00:00Z`;
  let known: string | null = null;

  /** The first year in which the account spent anything: most have nothing in the years before. */
  async function beginning(): Promise<string> {
    if (known !== null) return known;
    const query = { startTime: firstYear, endTime: today, bucketSize: "year" as const };
    const body = (await client.GET("/v2/billing", { params: { query }, signal })).data;
    const spent = rowsAt(body, "records").filter(({ totalAmount }) => totalAmount !== 0);
    known = spent.map((row) => instantOf(row.startTime)).sort()[0] ?? `${today.slice(0, 4)}-01-01T00:00:00Z`;
    return known;
  }

  return {
    lists: lists.map(([path, id]): FeedList => {
      const key = path.split("/").at(-1) ?? path;
      return {
        endpoint: `GET ${path}`,
        key,
        wallet,
        pageSize: 1,
        reading: "since",
        absentCodes: [],
        // A page is a quarter, always from its beginning: a shorter window may leave out resources that a longer one has.
        async page(index, since) {
          const quarters = quartersOf(since ?? (await beginning()), today);
          const quarter = quarters[index];
          if (quarter === undefined) return { records: [], total: null, stated: 0, more: false };
          const query = { ...quarter, bucketSize: "day" as const };
          const body = (await client.GET(path, { params: { query }, signal })).data;
          return {
            records: rowsAt(body, "records").map((row) => ({
              wallet,
              sourceId: [key, ...(id === null ? [] : [textAt(row, id)]), textAt(row, "startTime")].join("/"),
              occurredAt: instantOf(row.startTime),
              body: row,
              settled: true,
            })),
            total: null,
            stated: countAt(body, "metadata", "recordCount"),
            more: index < quarters.length - 1,
          };
        },
      };
    }),
    snapshots: async () => [],
  };
}
