// @ts-check
import { money } from "@spendbook/normalizer";

/**
 * Lines whose texts hardly repeat.
 *
 * @param {number} count
 * @returns {Iterable<import("@spendbook/normalizer").StatementLine>}
 */
export function* exampleLines(count) {
  for (let index = 0; index < count; index += 1)
    yield {
      id: `neevcloud/acme/${index}`,
      provider: /** @type {const} */ ("neevcloud"),
      account: "acme",
      wallet: "org_1",
      kind: /** @type {const} */ ("usage"),
      amount: money(-index / 1024, "USD"),
      unsignedAmount: null,
      currency: "USD",
      postedAt: "2026-10-31T23:59:59.999Z",
      chargePeriod: { start: "2026-10-31T22:00:00Z", end: "2026-10-31T23:00:00Z" },
      bucket: null,
      service: "gpu",
      resource: `res-${Math.sin(index)}`,
      keyName: null,
      description: `One hour, number ${Math.cos(index)}`,
      quantity: "1",
      unit: "h",
      listAmount: null,
      estimated: false,
      corrects: null,
      origin: { endpoint: "GET /x", sourceId: String(index), revision: 1, sha256: "ab".repeat(32) },
      date: "2026-10-31",
      coding: null,
    };
}
