import { expect, test } from "vitest";
import { ask, read, start } from "../../__fixtures__/start.js";
import { companyTruth } from "../../company/company-truth.js";
import { createCompany } from "../../company/create-company.js";
import { sandboxEnvironment } from "../../sandbox-environment.js";

const company = createCompany({ runpod: true });

interface Answer {
  records: { startTime: string; endTime: string; totalAmount: number; podId?: string }[];
  metadata: {
    query: { startTime: string; endTime: string; bucketSize: string; podId?: string | null };
    recordCount: number;
    uniquePodCount?: number;
    totals: Record<string, number>;
  };
}

const october = "startTime=2026-10-01T00:00:00Z&endTime=2026-11-01T00:00:00Z";
const families = ["pods", "serverless", "endpoints", "network-volumes", "clusters"];

test("only a company that asks for it has an account at Runpod", async () => {
  const without = await start();
  expect(await read<Answer>(without, "runpod", "/v2/billing/pods")).toMatchObject({ records: [] });
  expect(sandboxEnvironment(without)).not.toHaveProperty("RUNPOD_API_KEY");
  const sandbox = await start({ company });
  expect(sandboxEnvironment(sandbox)).toMatchObject({ RUNPOD_BASE_URL: sandbox.urls.runpod });
  const { runpod: _, movements, ...others } = company;
  const { runpod: __, movements: known, ...same } = createCompany();
  expect(others).toEqual(same);
  expect(movements.filter(({ provider }) => provider !== "runpod")).toEqual(known);
});

test.each(["hour", "day", "week", "month", "year"])(
  "what the lists tell by the %s sums to the whole, part by part",
  async (size) => {
    const sandbox = await start({ company });
    const whole = await read<Answer>(sandbox, "runpod", `/v2/billing?${october}&bucketSize=${size}`);
    const lists = await Promise.all(
      families.map((family) => read<Answer>(sandbox, "runpod", `/v2/billing/${family}?${october}&bucketSize=${size}`)),
    );
    // Billionths, of which a double holds some millions of dollars.
    const billionths = (amount: number | undefined) => Math.round((amount ?? 0) * 1e9);
    const sum = (records: Answer["records"]) => records.reduce((all, row) => all + billionths(row.totalAmount), 0);
    for (const { records, metadata } of [whole, ...lists]) {
      expect(metadata.recordCount).toBe(records.length);
      expect(sum(records)).toBe(billionths(metadata.totals.totalAmount));
    }
    const total = billionths(whole.metadata.totals.totalAmount);
    expect(lists.reduce((all, { records }) => all + sum(records), 0)).toBe(total);
    const { totalAmount: ___, ...parts } = whole.metadata.totals;
    expect(Object.values(parts).reduce((all, part) => all + billionths(part), 0)).toBe(total);
    expect(Object.values(parts).every((part) => part > 0)).toBe(true);
  },
);

test("the month is the truth's", async () => {
  const sandbox = await start({ company });
  const { metadata } = await read<Answer>(sandbox, "runpod", `/v2/billing?${october}`);
  const truth = companyTruth(company).find(({ provider, month }) => provider === "runpod" && month === "2026-10");
  expect(String(metadata.totals.totalAmount)).toBe(truth?.spend);
});

test("every pod of a window has a record in each of its buckets, or the one that is asked for", async () => {
  const sandbox = await start({ company });
  const { records, metadata } = await read<Answer>(sandbox, "runpod", `/v2/billing/pods?${october}`);
  expect([metadata.uniquePodCount, records.length]).toEqual([3, 93]);
  expect(records.some(({ totalAmount }) => totalAmount === 0)).toBe(true);
  const one = await read<Answer>(sandbox, "runpod", `/v2/billing/pods?${october}&podId=c3v8etl0cpu`);
  expect(new Set(one.records.map(({ podId }) => podId))).toEqual(new Set(["c3v8etl0cpu"]));
  expect(one.metadata).toMatchObject({ query: { podId: "c3v8etl0cpu" }, uniquePodCount: 1, recordCount: 31 });
});

test("a window snaps outwards, and is the last 30 days where nothing is asked for", async () => {
  const sandbox = await start({ company, now: "2026-10-20T12:30:00Z" });
  const queryOf = async (query: string) =>
    (await read<Answer>(sandbox, "runpod", `/v2/billing${query}`)).metadata.query;
  expect(await queryOf("")).toEqual({
    startTime: "2026-09-20T00:00:00Z",
    endTime: "2026-10-21T00:00:00Z",
    bucketSize: "day",
  });
  expect(await queryOf("?startTime=2026-10-07T05:00:00Z&endTime=2026-10-13T00:00:01Z&bucketSize=week")).toMatchObject({
    startTime: "2026-10-05T00:00:00Z",
    endTime: "2026-10-19T00:00:00Z",
  });
  expect(await queryOf("?lastN=2&bucketSize=month")).toMatchObject({
    startTime: "2026-09-01T00:00:00Z",
    endTime: "2026-11-01T00:00:00Z",
  });
});

test("the bucket in progress grows with every hour", async () => {
  const sandbox = await start({ company, now: "2026-10-20T12:30:00Z" });
  const today = async () =>
    (await read<Answer>(sandbox, "runpod", "/v2/billing/pods?lastN=1")).metadata.totals.gpuAmount;
  expect(await today()).toBe(8.28);
  sandbox.advance("2026-10-20T13:00:00Z");
  expect(await today()).toBe(8.97);
});

test.each([
  ["?bucketSize=minute", 422],
  ["?lastN=0", 422],
  ["?startTime=yesterday", 422],
  ["?lastN=2&startTime=2026-10-01T00:00:00Z", 400],
  ["?startTime=2026-10-02T00:00:00Z&endTime=2026-10-01T00:00:00Z", 400],
])("%s is refused with %i in the problem format", async (query, status) => {
  const response = await ask(await start({ company }), "runpod", `/v2/billing${query}`);
  expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect(await response.json()).toEqual({ title: expect.any(String), status, detail: expect.any(String) });
});

test("a wrong key is refused", async () => {
  const response = await ask(await start({ company }), "runpod", "/v2/billing", {
    headers: { authorization: "Bearer no" },
  });
  expect(response.status).toBe(401);
});
