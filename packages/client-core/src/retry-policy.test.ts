import fc from "fast-check";
import { expect, test } from "vitest";
import { ClientError } from "./client-error.js";
import { parseRetryAfter } from "./retry-after.js";
import { defaultRetry, retryDelay } from "./retry-policy.js";

const failure = (details: { retryable: boolean; retryAfter?: number }) =>
  new ClientError({ provider: "Test", code: "server_error", message: "down", ...details });

test("only what may succeed later is retried, and only as often as the limit says", () => {
  expect(retryDelay(failure({ retryable: false }), 1, defaultRetry, () => 0)).toBeNull();
  expect(retryDelay(failure({ retryable: true }), 3, defaultRetry, () => 0)).not.toBeNull();
  expect(retryDelay(failure({ retryable: true }), 4, defaultRetry, () => 0)).toBeNull();
});

test("Retry-After is taken as it stands, zero included, and a longer one than allowed ends the call", () => {
  expect(retryDelay(failure({ retryable: true, retryAfter: 0 }), 1, defaultRetry, () => 0.5)).toBe(0);
  expect(retryDelay(failure({ retryable: true, retryAfter: 60_000 }), 1, defaultRetry, () => 0.5)).toBe(60_000);
  expect(retryDelay(failure({ retryable: true, retryAfter: 60_001 }), 1, defaultRetry, () => 0.5)).toBeNull();
});

test("a wait of our own grows, is spread by chance and never passes the limit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const policy = { ...defaultRetry, limit: 100 };
      const wait = retryDelay(failure({ retryable: true }), attempt, policy, () => chance) ?? Number.NaN;
      const ceiling = Math.min(policy.backoffLimit, policy.backoff * 2 ** (attempt - 1));
      expect(wait).toBeGreaterThanOrEqual(ceiling / 2);
      expect(wait).toBeLessThanOrEqual(ceiling);
    }),
  );
});

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 7 ", 7_000],
  ["Sat, 21 Nov 2026 10:00:30 GMT", 30_000],
  ["Sat, 21 Nov 2026 09:00:00 GMT", 0],
  ["-5", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After %j is a wait of %s ms", (header, wait) => {
  expect(parseRetryAfter(header, Date.UTC(2026, 10, 21, 10))).toBe(wait);
});
