import { getEventListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { serve } from "@spendbook/test-server";
import { describe, expect, test } from "vitest";
import type { AttemptEvent, ClientOptions } from "./client-options.js";
import { createClient } from "./create-client.js";
import type { ProviderDefinition } from "./provider-definition.js";

interface Paths {
  "/rows/{id}": {
    get: {
      parameters: { path: { id: string }; query?: { limit?: number } };
      responses: { 200: { content: { "application/json": { amount: number } } } };
    };
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { page: number } } };
      responses: { 200: { content: { "application/json": { page: number } } } };
    };
  };
  "/maybe": {
    get: { parameters: object; responses: { 200: { content: { "application/json": { amount: number } } } } };
  };
  "/search": {
    post: {
      parameters: object;
      requestBody: { content: { "application/json": { page: number } } };
      responses: { 200: { content: { "application/json": { page: number } } } };
    };
  };
}

const apiKey = "key-0123456789-very-secret";
const definition: ProviderDefinition = {
  provider: "Test",
  baseUrl: "https://api.example.com",
  authenticate: (key) => ({ authorization: `Bearer ${key}` }),
  readError: (body) => (body as { error?: { code: string; message: string } })?.error ?? null,
  readErrorInSuccess: (body) => {
    const { code, message } = body as { code?: number; message?: string };
    return code === undefined || code === 200 ? null : { status: code, ...(message !== undefined && { message }) };
  },
  readingPosts: ["/search"],
  optionalPaths: ["/maybe"],
};

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server that gives each request its reply, the last one again and again, and a client of it. */
async function clientOf(answers: readonly Reply[], options: Partial<ClientOptions> = {}) {
  const requests: IncomingMessage[] = [];
  const url = await serve((request, response) => {
    requests.push(request);
    answers[Math.min(requests.length, answers.length) - 1]?.(response, request);
  });
  const baseUrl = `${url}/base`;
  const client = createClient<Paths>(definition, { apiKey, baseUrl, retry: { backoff: 1 }, ...options });
  return { client, requests, get: () => client.GET("/rows/{id}", { params: { path: { id: "a b" } } }) };
}

const json = (text: string, status = 200, headers = {}): Reply => {
  return (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
};
const silence: Reply = () => {};

describe("a call that succeeds", () => {
  test("sends the key, the path and the query, and gives typed data", async () => {
    const { client, requests } = await clientOf([json('{"amount":0.04}')]);
    const { data, response } = await client.GET("/rows/{id}", {
      params: { path: { id: "a b" }, query: { limit: 7 } },
      headers: { "x-trace": "1" },
    });
    const amount: number = data.amount;
    expect(amount).toBe(0.04);
    expect(response.status).toBe(200);
    expect(requests[0]?.url).toBe("/base/rows/a%20b?limit=7");
    expect(requests[0]?.headers).toMatchObject({ authorization: `Bearer ${apiKey}`, "x-trace": "1" });
  });

  test("asks for the key at every call, so that it can be rotated", async () => {
    const keys = ["first", "second"];
    const { get, requests } = await clientOf([json("{}")], { apiKey: async () => keys.shift() ?? "" });
    await get();
    await get();
    await expect(get()).rejects.toMatchObject({ code: "missing_api_key" });
    expect(requests.map((request) => request.headers.authorization)).toEqual(["Bearer first", "Bearer second"]);
  });

  test("reads compressed and chunked answers", async () => {
    const inTwo =
      (bytes: Buffer, cut: number, headers = {}): Reply =>
      (response) => {
        response.writeHead(200, headers).write(bytes.subarray(0, cut));
        setTimeout(() => response.end(bytes.subarray(cut)), 5);
      };
    // The second is cut in the middle of a character.
    const { get } = await clientOf([
      inTwo(gzipSync('{"amount":1.5}'), 5, { "content-encoding": "gzip" }),
      inTwo(Buffer.from('{"unit":"€"}'), 10),
    ]);
    expect((await get()).data).toEqual({ amount: 1.5 });
    expect((await get()).data).toEqual({ unit: "€" });
  });

  test("gives a fetch of one's own the whole request at every attempt", async () => {
    const sent: string[] = [];
    const own = async (request: Request) => {
      sent.push(
        `${request.method} ${request.headers.get("authorization")} ${request.redirect} ${await request.text()}`,
      );
      return new Response('{"page":2}', { status: sent.length === 1 ? 503 : 200 });
    };
    const { client } = await clientOf([], { fetch: own });
    expect((await client.POST("/search", { body: { page: 2 } })).data).toEqual({ page: 2 });
    expect(sent).toEqual(Array(2).fill(`POST Bearer ${apiKey} manual {"page":2}`));
  });

  test("unknown paths, missing parameters and misspelt options do not compile", async () => {
    const { client } = await clientOf([json("{}")]);
    const compileOnly = () => [
      // @ts-expect-error no such path
      client.GET("/nowhere"),
      // @ts-expect-error the path parameter is missing
      client.GET("/rows/{id}"),
      // @ts-expect-error the query knows no such parameter
      client.GET("/rows/{id}", { params: { path: { id: "1" }, query: { limits: 1 } } }),
      // @ts-expect-error the body is missing
      client.POST("/search", {}),
    ];
    expect(compileOnly).toBeTypeOf("function");
  });
});

describe("a call that fails", () => {
  test.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not_found"],
    [405, "not_found"],
    [400, "invalid_request"],
    [422, "invalid_request"],
    [302, "unexpected_status"],
  ])("with %i is %s at once, without another attempt", async (status, code) => {
    const { get, requests } = await clientOf([json("", status, { location: "http://127.0.0.1:1/" })]);
    await expect(get()).rejects.toMatchObject({ name: "ClientError", code, status, retryable: false });
    expect(requests).toHaveLength(1);
  });

  test.each([404, 405])("with %i where the account may lack the operation is not_available", async (status) => {
    const { client } = await clientOf([json("", status)]);
    await expect(client.GET("/maybe")).rejects.toMatchObject({ code: "not_available", status });
  });

  test("carries the provider's code, message, request id and body, never the key", async () => {
    const said = JSON.stringify({ error: { code: "bad_key", message: `no such key ${apiKey}` } });
    const { get } = await clientOf([json(said, 401, { "x-request-id": "req_1" })]);
    const error = await get().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ providerCode: "bad_key", requestId: "req_1" });
    expect(String(error)).toContain("no such key [redacted]");
    expect(inspect(error, { depth: null })).not.toContain(apiKey);
  });

  test("does not carry the key where the provider echoes it escaped, or in its request id", async () => {
    const escaped = `{"error":{"code":"bad","message":"no key ${[...apiKey].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join("")}"}}`;
    for (const [status, body] of [
      [401, escaped],
      [200, escaped.replace('{"error":', '{"code":401,"error":')],
    ] as const) {
      const { get } = await clientOf([json(body, status, { "x-request-id": `req ${apiKey}` })]);
      const error = await get().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ status: 401, requestId: "req [redacted]" });
      expect(inspect(error, { depth: null })).not.toContain(apiKey);
    }
  });

  test("inside HTTP 200 is that error, and is retried where its status says so", async () => {
    const { get, requests } = await clientOf([
      json('{"code":503,"message":"busy"}'),
      json('{"code":400,"message":"no"}'),
    ]);
    await expect(get()).rejects.toMatchObject({ code: "invalid_request", status: 400 });
    expect(requests).toHaveLength(2);
  });

  test("to connect says which host, after its retries", async () => {
    const events: AttemptEvent[] = [];
    const client = createClient<Paths>(definition, {
      apiKey,
      baseUrl: "http://127.0.0.1:1",
      retry: { backoff: 1, limit: 1 },
      onAttempt: (event) => events.push(event),
    });
    const call = client.GET("/rows/{id}", { params: { path: { id: "1" } } });
    await expect(call).rejects.toMatchObject({
      code: "connection_failed",
      message: expect.stringContaining("127.0.0.1:1"),
    });
    expect(events.map(({ attempt, status, error }) => ({ attempt, status, error }))).toEqual([
      { attempt: 1, status: null, error: "connection_failed" },
      { attempt: 2, status: null, error: "connection_failed" },
    ]);
  });
});

describe("retrying", () => {
  test("repeats a read until it succeeds, and tells the observer of every attempt", async () => {
    const events: AttemptEvent[] = [];
    const id = { "x-request-id": `req ${apiKey}` };
    const { get } = await clientOf(
      [json("", 500), json("", 429, { "retry-after": "0" }), json('{"amount":1}', 200, id)],
      {
        onAttempt: (event) => {
          events.push(event);
          throw new Error("an observer must not change what it observes");
        },
      },
    );
    expect((await get()).data).toEqual({ amount: 1 });
    expect(events.map(({ attempt, status, error, requestId }) => [attempt, status, error, requestId])).toEqual([
      [1, 500, "server_error", null],
      [2, 429, "rate_limited", null],
      [3, 200, null, "req [redacted]"],
    ]);
    expect(events[0]).toMatchObject({
      method: "GET",
      path: "/rows/{id}",
      url: expect.stringMatching(/\/base\/rows\/a%20b$/),
    });
    expect(JSON.stringify(events)).not.toContain(apiKey);
  });

  test("repeats an answer that was cut off, broken or reset", async () => {
    const cutOff: Reply = (response) => {
      response.writeHead(200, { "content-length": "100" }).write('{"amount":');
      setTimeout(() => response.destroy(), 5);
    };
    const { get, requests } = await clientOf([
      cutOff,
      json('{"amount":'),
      (response) => response.destroy(),
      json('{"amount":2}'),
    ]);
    expect((await get()).data).toEqual({ amount: 2 });
    expect(requests).toHaveLength(4);
  });

  test("repeats a POST only where it reads", async () => {
    const search = await clientOf([json("", 503), json('{"page":1}')]);
    expect((await search.client.POST("/search", { body: { page: 1 } })).data).toEqual({ page: 1 });
    const write = await clientOf([json("", 503), json('{"page":1}')]);
    const call = write.client.POST("/rows/{id}", { params: { path: { id: "1" } }, body: { page: 1 } });
    await expect(call).rejects.toMatchObject({ code: "server_error" });
    expect(write.requests).toHaveLength(1);
  });

  test("follows what one call says of retrying, deadlines and headers above what the client says", async () => {
    const { client, requests } = await clientOf([json("", 503)], { retry: { backoff: 1, limit: 1 } });
    const params = { path: { id: "1" } };
    await expect(client.GET("/rows/{id}", { params, retry: { limit: 2 } })).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(3);
    const slow = await clientOf([silence], { timeout: 60_000, totalTimeout: 60_000, headers: { "x-team": "a" } });
    const own = { timeout: 30, retry: { limit: 0 }, headers: { "X-Team": "b" } };
    await expect(slow.client.GET("/rows/{id}", { params, ...own })).rejects.toMatchObject({ code: "attempt_timeout" });
    expect(slow.requests[0]?.headers["x-team"]).toBe("b");
    await expect(slow.client.GET("/rows/{id}", { params, totalTimeout: 30 })).rejects.toMatchObject({
      code: "total_timeout",
    });
  });

  test("does not wait longer than allowed for Retry-After, and says how long was asked", async () => {
    const { get, requests } = await clientOf([json("", 429, { "retry-after": "3600" })]);
    await expect(get()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 3_600_000 });
    expect(requests).toHaveLength(1);
  });
});

describe("deadlines and abort", () => {
  test("an attempt that takes too long is repeated", async () => {
    const { get, requests } = await clientOf([silence, json('{"amount":3}')], { timeout: 50 });
    expect((await get()).data).toEqual({ amount: 3 });
    expect(requests).toHaveLength(2);
  });

  test("a body that never ends counts against the attempt", async () => {
    const { get } = await clientOf([(response) => response.writeHead(200).write("{")], {
      timeout: 50,
      retry: { limit: 0 },
    });
    await expect(get()).rejects.toMatchObject({ code: "attempt_timeout", retryable: true });
  });

  test("the whole call ends at its own deadline", async () => {
    const { get } = await clientOf([silence], { timeout: 60_000, totalTimeout: 80 });
    await expect(get()).rejects.toMatchObject({ code: "total_timeout" });
  });

  test("a wait that passes the whole deadline is not begun", async () => {
    const { get, requests } = await clientOf([json("", 429, { "retry-after": "30" })], { totalTimeout: 5_000 });
    await expect(get()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 30_000 });
    expect(requests).toHaveLength(1);
  });

  test("a signal that serves many calls has no listener left of those that ended", async () => {
    const { client } = await clientOf([json('{"amount":1}')]);
    const { signal } = new AbortController();
    const failing = await clientOf([json("", 503), json("", 400)]);
    for (let call = 0; call < 30; call += 1) {
      await client.GET("/rows/{id}", { params: { path: { id: "1" } }, signal });
      await expect(failing.client.GET("/maybe", { signal })).rejects.toMatchObject({ status: 400 });
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("a call with a signal that is aborted already sends nothing", async () => {
    const { client, requests } = await clientOf([json("{}")]);
    const call = client.GET("/rows/{id}", { params: { path: { id: "1" } }, signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: "aborted" });
    expect(requests).toEqual([]);
  });

  test("an abort ends the call at once, while sending and while waiting", async () => {
    const reason = new Error("enough");
    const sending = await clientOf([silence]);
    const first = new AbortController();
    const call = sending.client.GET("/rows/{id}", { params: { path: { id: "1" } }, signal: first.signal });
    setTimeout(() => first.abort(reason), 20);
    await expect(call).rejects.toMatchObject({ code: "aborted", cause: reason, retryable: false });

    const waiting = await clientOf([json("", 429, { "retry-after": "30" })]);
    const second = new AbortController();
    const slow = waiting.client.GET("/rows/{id}", { params: { path: { id: "1" } }, signal: second.signal });
    setTimeout(() => second.abort(reason), 20);
    await expect(slow).rejects.toMatchObject({ code: "aborted" });
    expect(waiting.requests).toHaveLength(1);
  });
});

describe("bodies", () => {
  test("a number with more digits than a double holds is refused with its path, not retried", async () => {
    const { get, requests } = await clientOf([json('{"amount":0.10000000000000000001}')]);
    await expect(get()).rejects.toMatchObject({ code: "inexact_number", path: "$.amount" });
    expect(requests).toHaveLength(1);
  });

  test("a body longer than the limit is not read to its end", async () => {
    const { get } = await clientOf([json(`{"a":"${"x".repeat(2000)}"}`)], { maxBodySize: 1000 });
    await expect(get()).rejects.toMatchObject({ code: "body_too_large" });
  });

  test("bytes that are not UTF-8 and pages that are not JSON are malformed", async () => {
    const latin: Reply = (response) => response.writeHead(200).end(Buffer.from('{"a":"\xe9"}', "latin1"));
    for (const reply of [latin, json("<html>Bad gateway</html>"), json("")]) {
      const { get } = await clientOf([reply], { retry: { limit: 0 } });
      await expect(get()).rejects.toMatchObject({ code: "malformed_body" });
    }
  });
});
