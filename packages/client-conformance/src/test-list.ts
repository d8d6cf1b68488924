import type { PagedList } from "@spendbook/client-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClientRule, ListRule, ServedPage } from "./client-rule.js";
import { errorOf, type Reply, readRequest, reply, serveClient } from "./serve-client.js";

/** A list is read to the end that the provider states, and no further. */
export function testList<Client, Row extends object>(
  rule: ClientRule<Client>,
  list: ListRule<Client, Row>,
  window: NonNullable<ListRule<Client, Row>["window"]>,
): void {
  const once = { retry: { limit: 0 } };
  const rows = (total: number) => Array.from({ length: total }, (_, number) => list.row(number));

  /** Pages as the provider does; `change` says what else a page holds. */
  const serving =
    (total: number, change: (page: ServedPage) => Partial<ServedPage> = () => ({})): Reply =>
    async (response, request) => {
      const { from, size } = window(await readRequest(request));
      const page = { rows: rows(total).slice(from, from + size), total, from, size };
      reply(200, list.page({ ...page, ...change(page) }))(response, request);
    };

  const idsOf = async (read: PagedList<unknown, Row>) => {
    const ids: unknown[] = [];
    for await (const row of read) ids.push(list.id(row));
    return ids;
  };

  test("every row comes once and in order, whatever the number of rows and the size of a page", async () => {
    const { client, requests } = await serveClient(rule, [
      async (response, request) => serving(total)(response, request),
    ]);
    let total = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }), async (count, size) => {
        total = count;
        requests.length = 0;
        expect(await idsOf(list.list(client, size))).toEqual(rows(total).map(list.id));
        expect(requests).toHaveLength(Math.max(1, Math.ceil(total / size)));
      }),
      { numRuns: 25 },
    );
  });

  test("a list that is left early fetches nothing more", async () => {
    const { client, requests } = await serveClient(rule, [serving(10)]);
    for await (const _ of list.list(client, 2)) break;
    expect(requests).toHaveLength(1);
  });

  test("a list is read on after a page that failed and passed", async () => {
    const { client, requests } = await serveClient(rule, [serving(6), reply(503), serving(6)]);
    expect(await idsOf(list.list(client, 2))).toEqual(rows(6).map(list.id));
    expect(requests).toHaveLength(4);
  });

  test("an empty list may be written as null", async () => {
    const { client } = await serveClient(rule, [serving(0, () => ({ rows: null }))]);
    expect(await idsOf(list.list(client, 5))).toEqual([]);
  });

  test.each([[[]], [null]])("a page of %j before the end is an error, not the end", async (none) => {
    const { client } = await serveClient(rule, [serving(5), serving(5, () => ({ rows: none }))], once);
    const error = await errorOf(idsOf(list.list(client, 2)));
    expect(error).toMatchObject({ code: "unexpected_empty_page", retryable: true });
  });

  test("a page that does not say where the list ends is an error, not the end", async () => {
    const page = { rows: rows(2), total: 2, from: 0, size: 2 };
    const { client } = await serveClient(rule, [reply(200, list.withoutEnd(list.page(page)))], once);
    await expect(idsOf(list.list(client, 2))).rejects.toMatchObject({ code: "malformed_body" });
  });

  test("an abort ends the reading, with the rows that came", async () => {
    const controller = new AbortController();
    const { client, requests } = await serveClient(rule, [serving(9)]);
    const ids: unknown[] = [];
    const read = async () => {
      for await (const row of list.list(client, 2, { signal: controller.signal })) {
        ids.push(list.id(row));
        if (ids.length === 4) controller.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ code: "aborted" });
    expect([ids.length, requests.length]).toEqual([4, 2]);
  });

  test("an inexact number anywhere in a page is refused", async () => {
    const page = list.page({ rows: rows(1), total: 1, from: 0, size: 5 });
    const text = JSON.stringify({ ...page, later_field: "@" }).replace('"@"', "0.10000000000000000001");
    const { client } = await serveClient(rule, [reply(200, text)], once);
    await expect(idsOf(list.list(client, 5))).rejects.toMatchObject({ code: "inexact_number", path: "$.later_field" });
  });
}
