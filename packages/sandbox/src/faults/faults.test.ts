import { expect, test, vi } from "vitest";
import { ask, start } from "../__fixtures__/start.js";
import { JsonNumber } from "../json.js";
import type { SandboxRequest } from "../server/request.js";
import type { FaultKind } from "./fault.js";

const balance = "/api/v3/balance";

/** WaveSpeed's balance with a fault that happens always. */
async function meet(fault: FaultKind): Promise<Response> {
  return ask(await start({ faults: [fault] }), "wavespeed", balance);
}

test.each([
  ["prime-intellect", "/api/v1/billing/wallet", 429, { detail: expect.any(String) }],
  ["prime-intellect", "/api/v1/billing/wallet", 422, { errors: [{ param: "limit", details: expect.any(String) }] }],
  ["neevcloud", "/api/v1/orgs/org_acme/wallets", 500, { code: "internal_error", message: expect.any(String) }],
  ["flexprice", "/wallets/wallet_acme_production", 403, { error: "Forbidden", message: expect.any(String) }],
  [
    "flexprice",
    "/wallets/wallet_acme_production",
    503,
    { code: "service_unavailable", message: expect.any(String), http_status_code: 503 },
  ],
  ["wavespeed", balance, 429, { error_code: "too_many_requests", message: expect.any(String) }],
] as const)("%s %s: status %i has the provider's own body", async (provider, path, status, body) => {
  const sandbox = await start({ faults: [{ provider, kind: "status", status }] });
  const response = await ask(sandbox, provider, path);
  expect([response.status, await response.json()]).toEqual([status, body]);
});

test.each([7, "Sun, 01 Nov 2026 00:00:07 GMT"])("429 comes with Retry-After: %s", async (retryAfter) => {
  const response = await meet({ kind: "status", status: 429, retryAfter });
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, String(retryAfter)]);
});

test("a status comes with the body and the headers that are given, or with none", async () => {
  const headers = { location: "https://elsewhere.invalid/" };
  const given = await meet({ kind: "status", status: 409, body: { any: 1 }, headers });
  expect([given.status, given.headers.get("location"), await given.json()]).toEqual([
    409,
    headers.location,
    { any: 1 },
  ]);
  expect(await (await meet({ kind: "status", status: 500, body: null })).text()).toBe("");
});

test.each([
  ["prime-intellect", "/api/v1/billing/wallet", { total_billings: 5, recent_billings: [] }],
  ["neevcloud", "/api/v1/orgs/org_acme/wallets/transactions", { transactions: [], pagination: { total_items: 4333 } }],
  ["flexprice", "/wallets/wallet_acme_trial/transactions", { items: [], pagination: { total: 4 } }],
  ["wavespeed", "/api/v3/account/billings?type=topup", { data: { items: [], pagination: { total: 11 } } }],
] as const)("%s: a page is empty although %s counts rows", async (provider, path, body) => {
  const sandbox = await start({ faults: [{ kind: "empty-page" }] });
  expect(await (await ask(sandbox, provider, path)).json()).toMatchObject(body);
});

test("an error stands inside HTTP 200", async () => {
  const response = await meet({ kind: "code-in-200", code: 5001, message: "busy" });
  expect([response.status, await response.json()]).toEqual([200, { code: 5001, message: "busy", data: null }]);
});

test("an answer is rewritten, to a number that a double cannot hold", async () => {
  const rewrite = () => ({ code: 200, data: { balance: new JsonNumber("0.12345678901234567890") } });
  expect(await (await meet({ kind: "rewrite", rewrite })).text()).toContain("0.12345678901234567890");
});

test("a page of HTML, and JSON under another name", async () => {
  const html = await meet({ kind: "html", status: 502 });
  expect([html.status, html.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
  expect(await html.text()).toContain("<h1>");
  const text = await meet({ kind: "wrong-content-type" });
  expect(text.headers.get("content-type")).toBe("text/plain");
  expect(await text.json()).toHaveProperty("data.balance");
});

test("JSON without its end is a complete message that does not parse", async () => {
  const response = await meet({ kind: "malformed-json" });
  const text = await response.text();
  expect(Number(response.headers.get("content-length"))).toBe(text.length);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

test("a truncated body breaks off after its headers", async () => {
  const response = await meet({ kind: "truncated-body" });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test("a reset connection has no answer", async () => {
  await expect(meet({ kind: "reset-connection" })).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
});

test("one byte is not UTF-8, in JSON that is else well-formed", async () => {
  const bytes = new Uint8Array(await (await meet({ kind: "invalid-utf8" })).arrayBuffer());
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(TypeError);
  expect(JSON.parse(new TextDecoder().decode(bytes))).toHaveProperty("data.balance");
});

test("a body is blown up, and still JSON", async () => {
  const text = await (await meet({ kind: "too-large", bytes: 3_000_000 })).text();
  expect(text.length).toBeGreaterThan(3_000_000);
  expect(JSON.parse(text)).toHaveProperty("data.balance");
});

test.each(["answer", "body"] as const)("a slow %s comes whole, after the wait", async (part) => {
  const before = performance.now();
  expect(await (await meet({ kind: "slow", delay: 80, part })).json()).toHaveProperty("data.balance");
  expect(performance.now() - before).toBeGreaterThan(70);
});

test("closing the sandbox ends a slow answer", async () => {
  const sandbox = await start({ faults: [{ kind: "slow", delay: 60_000 }] });
  const answer = ask(sandbox, "wavespeed", balance);
  const outcome = expect(answer).rejects.toThrow();
  await vi.waitFor(() => expect(sandbox.requests).toHaveLength(1));
  await sandbox.close();
  await outcome;
});

test("a fault happens as often as it is told to, to the requests that it is meant for", async () => {
  const sandbox = await start();
  const isSecondPage = ({ query }: SandboxRequest) => query.page === "2";
  const fault = sandbox.setFault({ provider: "wavespeed", times: 2, when: isSecondPage, kind: "status", status: 503 });
  const statusOf = async (page: number) =>
    (await ask(sandbox, "wavespeed", `/api/v3/account/billings?page=${page}`)).status;
  expect([await statusOf(1), await statusOf(2), await statusOf(2), await statusOf(2)]).toEqual([200, 503, 503, 200]);
  expect(fault.hits()).toBe(2);
  expect((await ask(sandbox, "neevcloud", "/api/v1/orgs/org_acme/wallets?page=2")).status).toBe(200);
});

test("the first fault that fits is met; faults are taken away one by one or all", async () => {
  const sandbox = await start();
  const first = sandbox.setFault({ kind: "status", status: 500 });
  sandbox.setFault({ kind: "status", status: 502 });
  const status = async () => (await ask(sandbox, "wavespeed", balance)).status;
  expect(await status()).toBe(500);
  first.remove();
  expect(await status()).toBe(502);
  sandbox.clearFaults();
  expect(await status()).toBe(200);
});
