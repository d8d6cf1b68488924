import { describe, expect, test } from "vitest";
import { dollars } from "./micro-dollars.js";
import { firstFrom, postingOf } from "./month.js";
import type { Workload } from "./workload.js";
import { workloads } from "./workloads.js";

interface SearchAnswer {
  readonly data: { readonly total: number; readonly items: readonly { uuid: string; created_at: string }[] };
}

function search(workload: Workload, body: object): SearchAnswer["data"] {
  const request = { operation: "POST /api/v3/billings/search", query: new URLSearchParams(), body };
  return (workload.answer(request) as SearchAnswer).data;
}

function searchAll(workload: Workload, filter: object) {
  const { total } = search(workload, { page: 1, ...filter });
  const pages = Array.from({ length: Math.ceil(total / 100) }, (_, index) =>
    search(workload, { page: index + 1, ...filter }),
  );
  return { total, items: pages.flatMap(({ items }) => items) };
}

describe("WaveSpeed's workload", () => {
  test("pages hold each record once, oldest first, and the same on every machine", () => {
    const { items, total } = searchAll(workloads.wavespeed(1234), {});
    expect(items).toHaveLength(1233);
    expect(total).toBe(1233);
    expect(new Set(items.map(({ uuid }) => uuid)).size).toBe(1233);
    const times = items.map(({ created_at }) => created_at);
    expect([...times].sort()).toEqual(times);
    expect(items[0]).toMatchObject({ created_at: "2025-10-01T00:00:00.000Z", billing_type: "deduct", price: 0.001 });
    expect(times.at(-1)?.slice(0, 10)).toBe("2025-10-31");
  });

  test("a time filter gives what filtering the whole list gives", () => {
    const workload = workloads.wavespeed(1234);
    const { items } = searchAll(workload, {});
    for (const index of [0, 1, 99, 500, 1232]) {
      const time = Date.parse(items[index]?.created_at ?? "");
      for (const start of [time - 1, time, time + 1]) {
        const filtered = searchAll(workload, { start_time: String(start) });
        expect(filtered.items).toEqual(items.filter(({ created_at }) => Date.parse(created_at) >= start));
        expect(filtered.total).toBe(filtered.items.length);
      }
    }
  });
});

test("the first record from an instant on is found without looking at the others", () => {
  for (const records of [1, 7, 1000, 999_999])
    for (const index of [0, 1, 6, 500, records - 1].filter((index) => index < records)) {
      const posting = postingOf(index, records);
      expect(firstFrom(posting, records)).toBe(index);
      expect(firstFrom(posting + 1, records)).toBe(index + 1);
    }
});

test("what no API has is not answered", () => {
  const request = { operation: "GET /elsewhere", query: new URLSearchParams(), body: null };
  for (const make of Object.values(workloads)) expect(make(100).answer(request)).toBeUndefined();
});

test("micro-dollars are printed exactly, and anything else is refused", () => {
  expect([0, 1, 10, 999_999, 1_000_000, 24_300, 1_500_000, 100_000_000_000].map(dollars)).toEqual([
    "0",
    "0.000001",
    "0.00001",
    "0.999999",
    "1",
    "0.0243",
    "1.5",
    "100000",
  ]);
  for (const value of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => dollars(value)).toThrow(RangeError);
});
