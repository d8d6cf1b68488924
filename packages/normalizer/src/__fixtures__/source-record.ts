import type { LedgerEntry } from "../ledger-entry.js";
import { normalize } from "../normalize.js";
import type { ProviderId, Revision, SourceRecord, SourceSnapshot } from "../record.js";

export const endpoints = {
  prime: "GET /api/v1/billing/wallet",
  neev: "GET /api/v1/orgs/{org_id}/wallets/transactions",
  flexprice: "GET /wallets/{id}/transactions",
  search: "POST /api/v3/billings/search",
  account: "GET /api/v3/account/billings",
  total: "GET /v2/billing",
  pods: "GET /v2/billing/pods",
  serverless: "GET /v2/billing/serverless",
  endpoints: "GET /v2/billing/endpoints",
  volumes: "GET /v2/billing/network-volumes",
  clusters: "GET /v2/billing/clusters",
} as const;

type Endpoint = keyof typeof endpoints;

const providers: Record<Endpoint, ProviderId> = {
  prime: "prime-intellect",
  neev: "neevcloud",
  flexprice: "flexprice",
  search: "wavespeed",
  account: "wavespeed",
  total: "runpod",
  pods: "runpod",
  serverless: "runpod",
  endpoints: "runpod",
  volumes: "runpod",
  clusters: "runpod",
};

/** A record of the account "acme" in the wallet "w", with one revision per body. */
export function recordOf(endpoint: Endpoint, sourceId: string, ...bodies: readonly unknown[]): SourceRecord {
  const [first, ...rest] = bodies.map(
    (body, index): Revision => ({
      number: index + 1,
      body,
      sha256: String(index + 1)
        .repeat(64)
        .slice(0, 64),
      firstSeenAt: "2026-11-02T00:00:00Z",
      lastSeenAt: "2026-11-02T00:00:00Z",
    }),
  );
  if (first === undefined) throw new Error("a record has at least one revision");
  return {
    provider: providers[endpoint],
    account: "acme",
    wallet: "w",
    endpoint: endpoints[endpoint],
    sourceId,
    revisions: [first, ...rest],
  };
}

export function entriesOf(endpoint: Endpoint, sourceId: string, ...bodies: readonly unknown[]): readonly LedgerEntry[] {
  return normalize(recordOf(endpoint, sourceId, ...bodies), { timezone: "UTC" });
}

/** The single entry that a body gives; fails where there is none or there are several. */
export function entryOf(endpoint: Endpoint, sourceId: string, ...bodies: readonly unknown[]): LedgerEntry {
  const [entry, ...others] = entriesOf(endpoint, sourceId, ...bodies);
  if (entry === undefined || others.length > 0)
    throw new Error(`expected one entry, got ${others.length + (entry ? 1 : 0)}`);
  return entry;
}

export function snapshotOf(
  provider: ProviderId,
  endpoint: string,
  body: unknown,
  takenAt = "2026-11-02T00:00:00Z",
): SourceSnapshot {
  return { provider, account: "acme", wallet: "w", endpoint, body, sha256: "b".repeat(64), takenAt };
}
