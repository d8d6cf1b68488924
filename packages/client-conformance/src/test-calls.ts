import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { apiKey, type Reply, reply, serveClient, silence } from "./serve-client.js";

/** The request that is sent, the options that shape it, and how a call is ended. */
export function testCalls<Client>(rule: ClientRule<Client>): void {
  const answer = reply(200, rule.answer);

  test("a read is sent as the document has it, with the key where it belongs and nowhere else", async () => {
    const { read, requests } = await serveClient(rule, [answer]);
    expect((await read()).data).toEqual(rule.answer);
    const [request] = requests;
    const [method, address] = rule.request.split(" ");
    expect(`${request?.method} ${request?.url}`).toBe(`${method} ${rule.basePath ?? ""}${address}`);
    expect(request?.headers).toMatchObject({
      accept: expect.stringMatching(/^application\/json\b/),
      ...rule.credentials(apiKey),
    });
    const { headers = {} } = request ?? {};
    const carrying = Object.keys(headers).filter((name) => String(headers[name]).includes(apiKey));
    expect(carrying).toEqual(Object.keys(rule.credentials(apiKey)).map((name) => name.toLowerCase()));
    expect(request?.url).not.toContain(apiKey);
  });

  test("the key is asked for at every call, and an empty one is named before anything is sent", async () => {
    const keys = ["first", "second", " "];
    const { read, requests } = await serveClient(rule, [answer], { apiKey: async () => keys.shift() ?? "" });
    await read();
    await read();
    await expect(read()).rejects.toMatchObject({ code: "missing_api_key" });
    expect(requests.map(({ headers }) => headers)).toMatchObject([
      rule.credentials("first"),
      rule.credentials("second"),
    ]);
  });

  test("a fetch of one's own is used, and gets headers of the client and of the call", async () => {
    const seen: Request[] = [];
    const fetch = async (request: Request) => {
      seen.push(request);
      return Response.json(rule.answer);
    };
    const { read, requests } = await serveClient(rule, [silence], { fetch, headers: { "x-team": "a", "x-job": "1" } });
    expect((await read({ headers: { "X-Team": "b" } })).data).toEqual(rule.answer);
    expect([seen[0]?.headers.get("x-team"), seen[0]?.headers.get("x-job"), requests.length]).toEqual(["b", "1", 0]);
  });

  test.each(["ftp://a.example", "http://a.example", "https://user:pass@a.example", "https://a.example/?q=1", "a"])(
    "the address %s is refused when the client is made",
    (baseUrl) => {
      expect(() => rule.create({ apiKey, baseUrl })).toThrow(expect.objectContaining({ code: "invalid_base_url" }));
    },
  );

  test("an abort ends a call at once: before it is sent, while it is sent, and while it waits", async () => {
    const before = await serveClient(rule, [answer]);
    await expect(before.read({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(before.requests).toEqual([]);

    for (const [stuck, when] of [
      [silence, "sent"],
      [reply(429, undefined, { "retry-after": "30" }), "waiting"],
    ] as const) {
      const controller = new AbortController();
      const reason = new Error("enough");
      const abort = () => void setTimeout(() => controller.abort(reason));
      const replying: Reply = (...exchange) => {
        stuck(...exchange);
        if (when === "sent") abort();
      };
      const { read, requests } = await serveClient(rule, [replying], { onAttempt: when === "sent" ? () => {} : abort });
      const call = read({ signal: controller.signal });
      await expect(call).rejects.toMatchObject({ code: "aborted", cause: reason, retryable: false });
      expect(requests).toHaveLength(1);
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    }
  });

  test("an attempt and a whole call have deadlines, of the client and of the call", async () => {
    const { read } = await serveClient(rule, [silence], { timeout: 30, retry: { limit: 0 } });
    await expect(read()).rejects.toMatchObject({ code: "attempt_timeout", retryable: true });
    await expect(read({ timeout: 60_000, totalTimeout: 30 })).rejects.toMatchObject({ code: "total_timeout" });
    const half = await serveClient(rule, [(response) => response.writeHead(200).write("{")], { timeout: 60_000 });
    await expect(half.read({ timeout: 30, retry: { limit: 0 } })).rejects.toMatchObject({ code: "attempt_timeout" });
  });
}
