import { expect, test } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { cutOff, type Reply, reply, serveClient } from "./serve-client.js";

const passing: readonly [what: string, reply: Reply][] = [
  ...[408, 425, 429, 500, 502, 503, 504].map((status): [string, Reply] => [`HTTP ${status}`, reply(status)]),
  ["an answer that is cut off", cutOff],
  ["half a JSON text", reply(200, '{"a":')],
  ["a broken connection", (response) => response.destroy()],
];

/** Reads are repeated after what passes, and after nothing else. */
export function testRetries<Client>(rule: ClientRule<Client>): void {
  test.each(passing)("a read is repeated after %s", async (_, failure) => {
    const { read, events } = await serveClient(rule, [failure, reply(200, rule.answer)]);
    expect((await read()).data).toEqual(rule.answer);
    expect(events.map(({ attempt, error }) => [attempt, error === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(events[0]?.retryIn).toBeGreaterThanOrEqual(0);
    expect(events[1]).toMatchObject({ provider: rule.provider, status: 200, retryIn: null });
  });

  test.each([400, 401, 403, 404, 409, 422, 501])("a read is not repeated after HTTP %i", async (status) => {
    const { read, requests } = await serveClient(rule, [reply(status)]);
    await expect(read()).rejects.toMatchObject({ status, retryable: false });
    expect(requests).toHaveLength(1);
  });

  test("three retries are the most unless another limit is given, to the client or to the call", async () => {
    const { read, requests } = await serveClient(rule, [reply(503)]);
    await expect(read()).rejects.toMatchObject({ code: "server_error", retryable: true });
    expect(requests).toHaveLength(4);
    await expect(read({ retry: { limit: 1 } })).rejects.toMatchObject({ code: "server_error" });
    expect(requests).toHaveLength(6);
  });

  test("Retry-After is waited for as it stands, and a longer one than is allowed ends the call", async () => {
    const waits: number[] = [];
    const sleep = async (duration: number) => void waits.push(duration);
    const wait = reply(429, undefined, { "retry-after": "7" });
    const { read } = await serveClient(rule, [wait, reply(200, rule.answer)], { sleep });
    await read();
    expect(waits).toEqual([7000]);
    const long = await serveClient(rule, [reply(429, undefined, { "retry-after": "3600" })]);
    await expect(long.read()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 3_600_000 });
    expect(long.requests).toHaveLength(1);
  });
}
