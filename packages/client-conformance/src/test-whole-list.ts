import type { PagedList } from "@spendbook/client-core";
import { expect, test } from "vitest";
import type { ClientRule, ListRule, ServedPage } from "./client-rule.js";
import { errorOf, reply, serveClient } from "./serve-client.js";

/** A list that comes in one answer is that answer, and no part of it. */
export function testWholeList<Client, Row extends object>(rule: ClientRule<Client>, list: ListRule<Client, Row>): void {
  const once = { retry: { limit: 0 } };
  const rows = (total: number) => Array.from({ length: total }, (_, number) => list.row(number));

  const serving = (total: number, change: Partial<ServedPage> = {}) =>
    reply(200, list.page({ rows: rows(total), total, from: 0, size: total, ...change }));

  const idsOf = async (read: PagedList<unknown, Row>) => {
    const ids: unknown[] = [];
    for await (const row of read) ids.push(list.id(row));
    return ids;
  };

  test.each([0, 1, 2, 250])("%i rows come once and in order, by one request", async (total) => {
    const { client, requests } = await serveClient(rule, [serving(total)]);
    expect(await idsOf(list.list(client, 5))).toEqual(rows(total).map(list.id));
    expect(requests).toHaveLength(1);
  });

  test("nothing is asked for until the list is read, and each reading asks again", async () => {
    const { client, requests } = await serveClient(rule, [serving(3)]);
    const read = list.list(client, 5);
    expect(requests).toEqual([]);
    for await (const _ of read) break;
    expect(await idsOf(read)).toHaveLength(3);
    expect(requests).toHaveLength(2);
  });

  test("a list is read although the first answer failed", async () => {
    const { client, requests } = await serveClient(rule, [reply(503), serving(6)]);
    expect(await idsOf(list.list(client, 5))).toEqual(rows(6).map(list.id));
    expect(requests).toHaveLength(2);
  });

  test("an empty list may be written as null", async () => {
    const { client } = await serveClient(rule, [serving(0, { rows: null })]);
    expect(await idsOf(list.list(client, 5))).toEqual([]);
  });

  test.each([[rows(4)], [[]], [null]])("an answer of fewer rows than it counts is an error: %j", async (some) => {
    const { client } = await serveClient(rule, [serving(5, { rows: some })], once);
    const error = await errorOf(idsOf(list.list(client, 5)));
    expect(error).toMatchObject({ code: "unexpected_empty_page", retryable: true });
  });

  test("an answer that does not count its rows is an error", async () => {
    const page = { rows: rows(2), total: 2, from: 0, size: 2 };
    const { client } = await serveClient(rule, [reply(200, list.withoutEnd(list.page(page)))], once);
    await expect(idsOf(list.list(client, 5))).rejects.toMatchObject({ code: "malformed_body" });
  });

  test("an abort ends the reading", async () => {
    const { client, requests } = await serveClient(rule, [serving(9)]);
    await expect(idsOf(list.list(client, 5, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      code: "aborted",
    });
    expect(requests).toEqual([]);
  });

  test("an inexact number anywhere in the answer is refused", async () => {
    const page = list.page({ rows: rows(1), total: 1, from: 0, size: 1 });
    const text = JSON.stringify({ ...page, later_field: "@" }).replace('"@"', "0.10000000000000000001");
    const { client } = await serveClient(rule, [reply(200, text)], once);
    await expect(idsOf(list.list(client, 5))).rejects.toMatchObject({ code: "inexact_number", path: "$.later_field" });
  });
}
