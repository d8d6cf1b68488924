import { isClientError } from "@spendbook/client-core";
import { expect, test } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { errorOf, reply, serveClient } from "./serve-client.js";

const codes: readonly [status: number, code: string][] = [
  [302, "unexpected_status"],
  [400, "invalid_request"],
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "not_found"],
  [405, "not_found"],
  [422, "invalid_request"],
  [429, "rate_limited"],
  [500, "server_error"],
  [503, "server_error"],
];

/** Failures are told apart by stable codes, whatever the body is. */
export function testErrors<Client>(rule: ClientRule<Client>): void {
  const once = { retry: { limit: 0 } };

  test.each(codes)("HTTP %i is %s, whatever its body", async (status, code) => {
    for (const body of [undefined, "<html>", ["no"], "null", { error: null, message: 7, code: [] }]) {
      const { read } = await serveClient(rule, [reply(status, body, { location: "http://127.0.0.1:1/" })], once);
      const error = await errorOf(read());
      expect(isClientError(error)).toBe(true);
      expect(error).toMatchObject({ code, status, provider: rule.provider });
      const [method, address = ""] = rule.request.split(" ");
      const { pathname } = new URL(address, "http://127.0.0.1");
      expect(String(error)).toContain(`${method} ${rule.basePath ?? ""}${pathname} answered ${status}`);
    }
  });

  test.each(rule.errors)("HTTP $status with $body is $code, and carries what it says", async (documented) => {
    const { status, body, code, providerCode, says = "", stated = status } = documented;
    const { read } = await serveClient(rule, [reply(status, body, { "x-request-id": "req_1" })], once);
    const error = await errorOf(read());
    expect(error).toMatchObject({ code, status: stated, body, providerCode, requestId: "req_1" });
    expect(String(error)).toContain(`answered ${stated}${says && `: ${says}`}`);
  });

  test("a redirect is an error, and the key does not follow it", async () => {
    const elsewhere = await serveClient(rule, [reply(200, rule.answer)]);
    const redirect = reply(307, undefined, { location: `${elsewhere.baseUrl}/` });
    const { read } = await serveClient(rule, [redirect]);
    await expect(read()).rejects.toMatchObject({ code: "unexpected_status", status: 307 });
    expect(elsewhere.requests).toEqual([]);
  });

  test("a host that does not answer is named", async () => {
    const client = rule.create({ apiKey: "key", baseUrl: "http://127.0.0.1:1", ...once });
    const message = expect.stringContaining("127.0.0.1:1");
    await expect(rule.read(client)).rejects.toMatchObject({ code: "connection_failed", message });
  });
}
