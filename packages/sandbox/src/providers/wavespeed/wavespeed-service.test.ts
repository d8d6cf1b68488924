import { expect, test } from "vitest";
import { ask, read, start } from "../../__fixtures__/start.js";

interface Search {
  code: number;
  data: {
    page: number;
    total?: number;
    has_more?: boolean;
    items: {
      uuid: string;
      billing_type: string;
      created_at: string;
      access_key_id?: string;
      access_key_uuid?: string;
      order: { status: unknown } | null;
      prediction: { uuid: string; model_uuid: string } | null;
    }[];
  };
}

const path = "/api/v3/billings/search";

async function search(body: object, sandbox?: Awaited<ReturnType<typeof start>>): Promise<Search["data"]> {
  return (
    await read<Search>(sandbox ?? (await start()), "wavespeed", path, { body: { page: 1, page_size: 100, ...body } })
  ).data;
}

test("all records come page by page by their total, the newest first", async () => {
  const sandbox = await start();
  const rows: Search["data"]["items"] = [];
  for (let page = 1, total = 1; rows.length < total; page += 1) {
    const data = await search({ page }, sandbox);
    expect(data).toMatchObject({ page, total: 3182 });
    expect(data).not.toHaveProperty("has_more");
    total = data.total ?? 0;
    rows.push(...data.items);
  }
  expect(new Set(rows.map(({ uuid }) => uuid)).size).toBe(3182);
  const times = rows.map(({ created_at }) => created_at);
  expect(times).toEqual([...times].sort().reverse());
  expect(rows.some(({ order }) => order === null)).toBe(true);
  expect(rows.some(({ prediction }) => prediction === null)).toBe(true);
});

test("in the other wire form a page says whether one follows, and the key has another name", async () => {
  const sandbox = await start({ wavespeed: { wire: "has_more" } });
  const first = await search({ sort: "created_at ASC" }, sandbox);
  expect(first).toMatchObject({ page: 1, has_more: true });
  expect(first).not.toHaveProperty("total");
  expect(first.items[0]).toMatchObject({ access_key_uuid: expect.any(String), order: { status: expect.any(Number) } });
  expect(first.items[0]).not.toHaveProperty("access_key_id");
  expect(await search({ page: 32 }, sandbox)).toMatchObject({ has_more: false });
});

test("in the documented form the key has an id and the order's status is a text", async () => {
  const [row] = (await search({ sort: "created_at ASC" })).items;
  expect(row).toMatchObject({ access_key_id: expect.any(String), order: { status: "" } });
  expect(row).not.toHaveProperty("access_key_uuid");
});

test("filters give what matches, and no other", async () => {
  const sandbox = await start({ wavespeed: { wire: "has_more" } });
  const refunds = (await search({ billing_type: "refund" }, sandbox)).items;
  expect(new Set(refunds.map(({ billing_type }) => billing_type))).toEqual(new Set(["refund"]));
  const uuid = refunds.find(({ prediction }) => prediction !== null)?.prediction?.uuid;
  const pair = (await search({ prediction_uuids: [uuid] }, sandbox)).items;
  expect(pair.map(({ billing_type }) => billing_type).sort()).toEqual(["deduct", "refund"]);
  const model = (await search({ model_uuid: "google/veo-3-fast" }, sandbox)).items;
  expect(new Set(model.map(({ prediction }) => prediction?.model_uuid))).toEqual(new Set(["google/veo-3-fast"]));
  const key = refunds[0]?.access_key_uuid;
  const ofKey = (await search({ access_key_uuid: key }, sandbox)).items;
  expect(new Set(ofKey.map(({ access_key_uuid }) => access_key_uuid))).toEqual(new Set([key]));
});

test.each([
  ["milliseconds", { wire: "total" }, (text: string) => String(Date.parse(text))],
  ["RFC 3339", { wire: "has_more" }, (text: string) => text],
  ["RFC 3339 beside a total", { wire: "total", times: "rfc3339" }, (text: string) => text],
] as const)("a time range is given as %s; the other form is refused", async (_, wavespeed, encode) => {
  const sandbox = await start({ wavespeed });
  const [from, to] = ["2026-10-01T00:00:00.000Z", "2026-10-31T23:59:59.999Z"];
  const range = { start_time: encode(from), end_time: encode(to) };
  const first = (await search({ ...range, sort: "created_at ASC" }, sandbox)).items[0];
  const last = (await search({ ...range, sort: "created_at DESC" }, sandbox)).items[0];
  expect([first?.created_at, last?.created_at]).toEqual([from, to]);
  const wrong = range.start_time === from ? String(Date.parse(from)) : from;
  const response = await ask(sandbox, "wavespeed", path, { body: { page: 1, page_size: 1, start_time: wrong } });
  const body = { error_code: "invalid_parameter", message: expect.stringContaining("start_time") };
  expect([response.status, await response.json()]).toEqual([400, body]);
});

test.each([
  ["page 0", { page: 0 }],
  ["no rows", { page_size: 0 }],
  ["101 rows", { page_size: 101 }],
  ["another order", { sort: "price ASC" }],
  ["one prediction", { prediction_uuids: "one" }],
  ["a number for a type", { billing_type: 7 }],
  ["a number for a time", { start_time: 1_790_000_000_000 }],
])("%s is refused", async (_, fields) => {
  const body = { page: 1, page_size: 10, ...fields };
  expect((await ask(await start(), "wavespeed", path, { body })).status).toBe(400);
});

test("a body that is no JSON object is refused", async () => {
  const sandbox = await start();
  for (const body of ["{", "[]", "null"]) expect((await ask(sandbox, "wavespeed", path, { body })).status).toBe(400);
});

test("a wrong key is refused with a message and a code", async () => {
  const response = await ask(await start(), "wavespeed", "/api/v3/balance", {
    headers: { authorization: "Bearer no" },
  });
  const body = { message: "The access key is not valid", error_code: "unauthorized" };
  expect([response.status, await response.json()]).toEqual([401, body]);
});

test("the account's amounts are printed with two decimals or more", async () => {
  const response = await ask(await start(), "wavespeed", "/api/v3/account/billings?page_size=100&end_date=2026-07-31");
  const text = await response.text();
  expect(text).toContain('"amount":100.00,');
  expect(text).toMatch(/"amount":-\d+\.\d{2}\d*,/);
});

test("the account's list is filtered by type and by whole days", async () => {
  const sandbox = await start();
  const query = "?type=topup&start_date=2026-09-30&end_date=2026-10-01&page_size=1&page=2";
  const { data } = await read<{ data: unknown }>(sandbox, "wavespeed", `/api/v3/account/billings${query}`);
  expect(data).toEqual({
    items: [expect.objectContaining({ amount: 15.5, created_at: "2026-09-30T23:59:59.999Z" })],
    pagination: { page: 2, page_size: 1, total: 2 },
  });
});

test.each(["page=0", "page_size=101", "type=gift", "start_date=October", "end_date=2026-13-01"])(
  "%s is refused",
  async (query) => {
    expect((await ask(await start(), "wavespeed", `/api/v3/account/billings?${query}`)).status).toBe(400);
  },
);

test.each([
  ["not-found", 404],
  ["method-not-allowed", 405],
] as const)("the account's list may be %s", async (accountBillings, status) => {
  const sandbox = await start({ wavespeed: { accountBillings } });
  expect((await ask(sandbox, "wavespeed", "/api/v3/account/billings")).status).toBe(status);
  expect((await ask(sandbox, "wavespeed", "/api/v3/balance")).status).toBe(200);
});
