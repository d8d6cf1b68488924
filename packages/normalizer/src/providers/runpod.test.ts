import { describe, expect, it } from "vitest";
import { short } from "../__fixtures__/short-entry.js";
import { endpoints, entriesOf, entryOf, recordOf, snapshotOf } from "../__fixtures__/source-record.js";
import { decimalText } from "../decimal-text.js";
import { sum } from "../money-arithmetic.js";
import { normalize } from "../normalize.js";
import { readBalance } from "../read-balance.js";
import { readUsageCheck } from "../read-usage-check.js";

const day = { startTime: "2026-10-31T00:00:00Z", endTime: "2026-11-01T00:00:00Z" };

// Their amounts are those of the document's examples.
const pod = { ...day, podId: "7h9k2m4n6p", totalAmount: 12.34, gpuAmount: 11.1, cpuAmount: 0, diskAmount: 1.24 };
const serverless = {
  ...day,
  serverlessId: "4m7x2k9q",
  ...{ totalAmount: 8.9, gpuAmount: 7.5, cpuAmount: 0, diskAmount: 0.4, feeAmount: 1.0 },
};
const endpoint = { ...day, totalAmount: 3.21 };
const volume = {
  ...day,
  networkVolumeId: "2q9m7x4c",
  totalAmount: 5.79,
  standardAmount: 0,
  highPerformanceAmount: 5.79,
};
const cluster = {
  ...day,
  clusterId: "5c2n8m4q",
  ...{ totalAmount: 99.0, gpuAmount: 95.0, diskAmount: 3.0, networkingAmount: 1.0 },
};

describe("Runpod's lists by resource", () => {
  it.each([
    ["pods", pod, "-12.34", "Pods", "7h9k2m4n6p", "pod 7h9k2m4n6p: GPU 11.1, disk 1.24"],
    [
      ...(["serverless", serverless, "-8.9", "Serverless", "4m7x2k9q"] as const),
      "serverless endpoint 4m7x2k9q: GPU 7.5, disk 0.4, platform fee 1",
    ],
    ["endpoints", endpoint, "-3.21", "Public Endpoints", null, "public endpoints"],
    ["volumes", volume, "-5.79", "Network Volumes", "2q9m7x4c", "network volume 2q9m7x4c: high performance 5.79"],
    ["clusters", cluster, "-99", "Clusters", "5c2n8m4q", "cluster 5c2n8m4q: GPU 95, disk 3, networking 1"],
  ] as const)("read %s as usage of their bucket", (list, body, amount, service, resource, description) => {
    const entry = entryOf(list, "id", body);
    expect(short(entry)).toBe(`usage ${amount} USD 2026-10-31T00:00:00Z`);
    expect(entry).toMatchObject({
      id: "runpod/acme/id",
      service,
      resource,
      description,
      chargePeriod: { start: "2026-10-31T00:00:00Z", end: "2026-11-01T00:00:00Z" },
      estimated: false,
      listAmount: null,
      quantity: null,
    });
  });

  it("keep every part that is documented in the words, and book the total alone", () => {
    const all = { ...serverless, gpuAmount: 1, cpuAmount: 2, diskAmount: 3, feeAmount: 4, totalAmount: 10.000001 };
    const entry = entryOf("serverless", "id", all);
    expect(entry.description).toBe("serverless endpoint 4m7x2k9q: GPU 1, CPU 2, disk 3, platform fee 4");
    expect(short(entry)).toBe("usage -10.000001 USD 2026-10-31T00:00:00Z");
    expect(entryOf("volumes", "id", { ...volume, standardAmount: 0.5 }).description).toContain("standard 0.5,");
  });

  it("keep every digit of a double", () => {
    expect(short(entryOf("pods", "id", { ...pod, totalAmount: 0.5709989242022857 }))).toContain("-0.5709989242022857 ");
    expect(short(entryOf("pods", "id", { ...pod, totalAmount: 1e-9 }))).toContain("-0.000000001 ");
  });

  it("book nothing for a resource that cost nothing in a bucket", () => {
    expect(entriesOf("pods", "id", { ...pod, totalAmount: 0 })).toEqual([]);
    expect(entriesOf("endpoints", "id", { ...endpoint, totalAmount: 0 })).toEqual([]);
  });

  it("book a bucket that grew by its newest state", () => {
    expect(short(entryOf("pods", "id", { ...pod, totalAmount: 3 }, pod))).toBe("usage -12.34 USD 2026-10-31T00:00:00Z");
    expect(entriesOf("pods", "id", pod, { ...pod, totalAmount: 0 })).toEqual([]);
  });

  // Every documented length of a bucket; the first that lies within October, the others in months beside it too.
  it.each([
    ["hour", "2026-10-31T23:00:00Z", "2026-11-01T00:00:00Z", ["-12.34 USD 2026-10-31T23:00:00Z"]],
    ["day", "2026-10-31T00:00:00Z", "2026-11-01T00:00:00Z", ["-12.34 USD 2026-10-31T00:00:00Z"]],
    [
      "week",
      "2026-10-26T00:00:00Z",
      "2026-11-02T00:00:00Z",
      ["-10.577143 USD 2026-10-26T00:00:00Z estimated", "-1.762857 USD 2026-11-01T00:00:00Z estimated"],
    ],
    ["month", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z", ["-12.34 USD 2026-10-01T00:00:00Z"]],
  ])("read a bucket of a %s", (_, startTime, endTime, expected) => {
    expect(entriesOf("pods", "id", { ...pod, startTime, endTime }).map(short)).toEqual(
      expected.map((text) => `usage ${text}`),
    );
  });

  it("split the bucket of a year over its twelve months, losing nothing", () => {
    const year = { ...pod, startTime: "2026-01-01T00:00:00Z", endTime: "2027-01-01T00:00:00Z" };
    const entries = entriesOf("pods", "id", year);
    expect(entries.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (__, month) => `runpod/acme/id#2026-${String(month + 1).padStart(2, "0")}`),
    );
    expect(entries.every(({ estimated }) => estimated)).toBe(true);
    expect(
      decimalText(
        sum<string>(
          entries.flatMap(({ amount }) => amount ?? []),
          "USD",
        ),
      ),
    ).toBe("-12.34");
  });

  it("split a UTC day at another zone's midnight where a month begins", () => {
    const record = recordOf("pods", "id", { ...pod, totalAmount: 24 });
    expect(normalize(record, { timezone: "Europe/Berlin" }).map(short)).toEqual([
      "usage -23 USD 2026-10-31T00:00:00Z estimated",
      "usage -1 USD 2026-10-31T23:00:00Z estimated",
    ]);
    expect(normalize(record, { timezone: "UTC" }).map(short)).toEqual(["usage -24 USD 2026-10-31T00:00:00Z"]);
  });

  it.each([
    [{ totalAmount: undefined }, "missing_field", "$.totalAmount"],
    [{ totalAmount: -0.01 }, "undocumented_sign", "$.totalAmount"],
    [{ totalAmount: "much" }, "invalid_amount", "$.totalAmount"],
    [{ podId: undefined }, "missing_field", "$.podId"],
    [{ startTime: "yesterday" }, "invalid_instant", "$.startTime"],
    [{ endTime: day.startTime }, "contradictory_record", "$.endTime"],
    [{ diskAmount: {} }, "wrong_type", "$.diskAmount"],
  ])("refuse %j with %s", (change, code, path) => {
    expect(() => entriesOf("pods", "id", { ...pod, ...change })).toThrow(
      expect.objectContaining({ code, path, recordId: "runpod/acme/id" }),
    );
  });
});

describe("Runpod's figure for the whole account", () => {
  const total = { ...day, totalAmount: 42.34, podGpuAmount: 18.2 };

  it("is a cross-check, and never booked", () => {
    expect(entriesOf("total", "id", total)).toEqual([]);
    const check = readUsageCheck(recordOf("total", "id", total));
    expect(check === null ? null : decimalText(check.amount)).toBe("-42.34");
    expect(check).toMatchObject({ postedAt: "2026-10-31T00:00:00Z" });
    expect(readUsageCheck(recordOf("pods", "id", pod))).toBeNull();
  });

  it("is refused where it cannot be read, like any record", () => {
    expect(() => entriesOf("total", "id", { ...total, totalAmount: null })).toThrow(/totalAmount/);
  });
});

it("Runpod has no balance, and nothing is taken for one", () => {
  expect(() => readBalance(snapshotOf("runpod", endpoints.total, { balanceAmount: 42.18 }))).toThrow(/has no balance/);
});
