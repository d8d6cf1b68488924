import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { answer, serve } from "@spendbook/test-server";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type BillingRecord, createWaveSpeedClient, type WaveSpeedClientOptions } from "./index.js";

const searchPath = "/api/v3/billings/search";
const accountPath = "/api/v3/account/billings";
const balancePath = "/api/v3/balance";

const document = parse(readFileSync(new URL("../../../specs/wavespeed/openapi.yaml", import.meta.url), "utf8"));
const searchOperation = document.paths[searchPath].post;

/** An example answer of the document. */
const example = (operation: typeof searchOperation, name: string) =>
  operation.responses["200"].content["application/json"].examples[name].value;

const counted = example(searchOperation, "total");
const notCounted = example(searchOperation, "has_more");
const account = example(document.paths[accountPath].get, "documented");
const record: BillingRecord = counted.data.items[0];

/** A client of a real server on loopback. */
async function clientOf(listener: RequestListener, options: Partial<WaveSpeedClientOptions> = {}) {
  const baseUrl = await serve(listener);
  return createWaveSpeedClient({ apiKey: "test-wavespeed-key", baseUrl, retry: { limit: 0 }, ...options });
}

/** What a page says of the list's end. */
type End = (reached: number, total: number) => { total?: unknown; has_more?: unknown };
const byTotal: End = (_reached, total) => ({ total });
const byHasMore: End = (reached, total) => ({ has_more: reached < total });

/** A search of `total` records that pages as documented, and keeps the bodies that it was sent. */
function search(total: number, end: End, seen: unknown[] = []): RequestListener {
  return async (request, response) => {
    const body = JSON.parse(await text(request));
    seen.push(body);
    const all = Array.from({ length: total }, (_, number) => ({ ...record, uuid: `uuid_${number}` }));
    const reached = body.page * body.page_size;
    const items = all.slice(reached - body.page_size, reached);
    response.end(
      JSON.stringify({ code: 200, message: "success", data: { page: body.page, ...end(reached, total), items } }),
    );
  };
}

async function uuidsOf(listener: RequestListener, page_size = 10): Promise<string[]> {
  const client = await clientOf(listener);
  const uuids: string[] = [];
  for await (const { uuid } of client.billings({ page_size })) uuids.push(uuid);
  return uuids;
}

describe("the search", () => {
  test.each([
    ["counted", counted],
    ["with has_more", notCounted],
  ])("gives the document's example %s as it is, typed", async (_, body) => {
    const client = await clientOf(answer(200, body));
    const { data } = await client.POST(searchPath, { body: { page: 1, page_size: 10 } });
    const price: number | undefined = data.data.items[0]?.price;
    const status: string | number | undefined = data.data.items[0]?.order?.status;
    expect(data).toEqual(body);
    expect([price, status]).toEqual([body.data.items[0].price, body.data.items[0].order.status]);
  });

  test.each(Object.entries<{ value: object }>(searchOperation.requestBody.content["application/json"].examples))(
    "sends the document's example in %s as it is",
    async (_, { value }) => {
      const seen: unknown[] = [];
      const client = await clientOf(search(0, byTotal, seen));
      await client.POST(searchPath, { body: value as { page: number; page_size: number } });
      expect(seen).toEqual([value]);
    },
  );

  test("sends the key, and JSON", async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization, request.headers["content-type"]]);
      response.end(JSON.stringify(counted));
    });
    await client.POST(searchPath, { body: { page: 1, page_size: 10 } });
    expect(seen).toEqual([["POST", searchPath, "Bearer test-wavespeed-key", "application/json"]]);
  });

  test.each(["created_at ASC", "created_at DESC"] as const)("is asked by every filter, sorted by %s", async (sort) => {
    const filters = {
      billing_type: "deduct",
      prediction_uuids: ["cb54bb552ff94e1ea6a5c2976fe1c0c1", "0cbf014f272a461faab2d19929ccf759"],
      model_uuid: "bytedance/seedream-v4.5",
      access_key_uuid: "5d1c0b7e2f3a4958b6c7d8e9f0a1b2c3",
      sort,
      start_time: "1759317210051",
      end_time: "2025-10-01T11:13:47.408Z",
    };
    const seen: unknown[] = [];
    const client = await clientOf(search(3, byTotal, seen));
    for await (const _ of client.billings({ ...filters, page_size: 2 }));
    expect(seen).toEqual([1, 2].map((page) => ({ ...filters, page, page_size: 2 })));
    const described = Object.keys(document.components.schemas.BillingSearchRequest.properties);
    expect(Object.keys(seen[0] as object).sort()).toEqual(described.sort());
  });

  test.each([
    ["a count", byTotal],
    ["has_more", byHasMore],
  ])("gives every record, a hundred at a time, to the end that %s states", async (_, end) => {
    const seen: unknown[] = [];
    const client = await clientOf(search(300, end, seen));
    const uuids = new Set<string>();
    for await (const { uuid } of client.billings()) uuids.add(uuid);
    expect(uuids.size).toBe(300);
    expect(seen).toEqual([1, 2, 3].map((page) => ({ page, page_size: 100 })));
  });

  test("gives pages in their envelopes", async () => {
    const client = await clientOf(search(3, byTotal));
    for await (const { code, data } of client.billings({ page_size: 2 }).pages())
      expect([code, data.total]).toEqual([200, 3]);
  });

  test.each<[string, End]>([
    ["has_more is false but not all that were counted have come", (_, total) => ({ total, has_more: false })],
    ["the count is reached but has_more is true", (reached, total) => ({ total: 1, has_more: reached < total })],
  ])("is read on where %s", async (_, end) => {
    expect(await uuidsOf(search(25, end))).toHaveLength(25);
  });

  test("is read on where the service gives shorter pages than it was asked for", async () => {
    const capped: RequestListener = async (request, response) => {
      const { page } = JSON.parse(await text(request));
      const items = Array.from({ length: 25 }, (_, number) => ({ ...record, uuid: `uuid_${number}` }));
      const data = { page, total: 25, items: items.slice((page - 1) * 4, page * 4) };
      response.end(JSON.stringify({ code: 200, message: "success", data }));
    };
    expect(new Set(await uuidsOf(capped)).size).toBe(25);
  });

  test.each([{ total: 0 }, { has_more: false }])("may find nothing: %j, with no list or an empty one", async (end) => {
    for (const items of [[], null]) {
      expect(await uuidsOf(answer(200, { code: 200, message: "success", data: { page: 1, ...end, items } }))).toEqual(
        [],
      );
    }
  });

  test.each([{ page: 1, items: [record] }, { items: [record], total: "1", has_more: null }, {}, null])(
    "that does not say where it ends, as in %j, is an error, not an end",
    async (data) => {
      await expect(uuidsOf(answer(200, { code: 200, message: "success", data }))).rejects.toMatchObject({
        code: "malformed_body",
        message: expect.stringContaining("does not say where the list ends"),
      });
    },
  );

  test("is repeated after a passing failure, since it only reads", async () => {
    const seen: unknown[] = [];
    const steady = search(1, byTotal, seen);
    let calls = 0;
    const client = await clientOf(
      (request, response) => {
        calls += 1;
        if (calls === 1) response.writeHead(503).end();
        else steady(request, response);
      },
      { retry: { backoff: 1 } },
    );
    for await (const { uuid } of client.billings()) expect(uuid).toBe("uuid_0");
    expect([calls, seen]).toEqual([2, [{ page: 1, page_size: 100 }]]);
  });
});

describe("the account's billings", () => {
  /** The document's two rows again and again, `total` in all. */
  const transactions = (total: number, seen: string[]): RequestListener => {
    return (request, response) => {
      const url = new URL(request.url ?? "", "http://127.0.0.1");
      seen.push(url.search);
      const page = Number(url.searchParams.get("page") ?? 1);
      const page_size = Number(url.searchParams.get("page_size") ?? 20);
      const all = Array.from({ length: total }, (_, number) => account.data.items[number % 2]);
      const items = all.slice((page - 1) * page_size, page * page_size);
      response.end(JSON.stringify({ ...account, data: { items, pagination: { page, page_size, total } } }));
    };
  };

  test("are the document's example as it is, signed", async () => {
    const client = await clientOf(answer(200, account));
    const { data } = await client.GET(accountPath);
    expect(data).toEqual(account);
    expect(data.data.items.map(({ type, amount, currency }) => [type, amount, currency])).toEqual([
      ["topup", 100, "USD"],
      ["usage", -15.5, "USD"],
    ]);
  });

  test("are asked for by type and dates, and come a hundred at a time", async () => {
    const seen: string[] = [];
    const client = await clientOf(transactions(150, seen));
    let rows = 0;
    const query = { type: "topup", start_date: "2024-01-01", end_date: "2024-01-31" } as const;
    for await (const _ of client.accountBillings(query)) rows += 1;
    expect(rows).toBe(150);
    const filters = "type=topup&start_date=2024-01-01&end_date=2024-01-31";
    expect(seen).toEqual([1, 2].map((page) => `?page_size=100&${filters}&page=${page}`));
  });

  test("are read by usage too, in pages of the size asked for", async () => {
    const seen: string[] = [];
    const client = await clientOf(transactions(2, seen));
    for await (const _ of client.accountBillings({ type: "usage", page_size: 1 }));
    expect(seen).toEqual(["?page_size=1&type=usage&page=1", "?page_size=1&type=usage&page=2"]);
  });

  test.each([404, 405])("that the account does not have are not available: HTTP %i", async (status) => {
    const client = await clientOf(answer(status, { message: "no such route", error_code: "route" }));
    const read = async () => {
      for await (const _ of client.accountBillings());
    };
    await expect(read()).rejects.toMatchObject({ code: "not_available", status, providerCode: "route" });
    await expect(client.GET(balancePath)).rejects.toMatchObject({ code: "not_found", status });
  });

  test("that are not available inside HTTP 200 are so too", async () => {
    const client = await clientOf(answer(200, { code: 404, message: "gone", data: null }));
    await expect(client.GET(accountPath)).rejects.toMatchObject({ code: "not_available", status: 404 });
  });
});

test("the balance is a number of dollars", async () => {
  const body = example(document.paths[balancePath].get, "balance");
  const client = await clientOf(answer(200, body));
  const { data } = await client.GET(balancePath);
  const dollars: number = data.data.balance;
  expect(dollars).toBe(156.78);
});

describe("an error", () => {
  test("inside HTTP 200 is retried where its code says so", async () => {
    let calls = 0;
    const client = await clientOf(
      (request, response) => {
        calls += 1;
        answer(200, calls === 1 ? { code: 429, message: "Too Many Requests", data: null } : counted)(request, response);
      },
      { retry: { backoff: 1 } },
    );
    expect((await client.POST(searchPath, { body: { page: 1, page_size: 10 } })).data).toEqual(counted);
    expect(calls).toBe(2);
  });
});

test("a sort or a type that the provider does not know, and a page of one's own, do not compile", async () => {
  const client = await clientOf(answer(200, counted));
  const compileOnly = () => [
    // @ts-expect-error the field is created_at
    client.billings({ sort: "price ASC" }),
    // @ts-expect-error the list counts its pages itself
    client.billings({ page: 2 }),
    // @ts-expect-error the type is topup or usage
    client.accountBillings({ type: "refund" }),
    // @ts-expect-error both are demanded
    client.POST(searchPath, { body: { page: 1 } }),
    client.billings({ billing_type: "a word that comes later" }),
  ];
  expect(compileOnly).toBeTypeOf("function");
});
