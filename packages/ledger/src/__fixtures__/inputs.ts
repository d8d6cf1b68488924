import { createHash } from "node:crypto";
import type { AccountKey, RecordInput } from "../record.js";
import type { SnapshotInput } from "../snapshot.js";

export const account: AccountKey = { provider: "neevcloud", account: "acme" };
export const endpoint = "GET /api/v1/orgs/{org_id}/wallets/transactions";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A record of `sourceId` whose body is `content`. */
export function record(sourceId: string, content: unknown = {}, given: Partial<RecordInput> = {}): RecordInput {
  const body = given.body ?? JSON.stringify({ id: sourceId, content });
  return {
    wallet: "wallet_1",
    endpoint,
    sourceId,
    occurredAt: "2026-10-01T09:00:00Z",
    sha256: sha256(body),
    ...given,
    body,
  };
}

export function snapshot(balance: string, takenAt: string, given: Partial<SnapshotInput> = {}): SnapshotInput {
  const body = JSON.stringify({ balance });
  return { wallet: "wallet_1", endpoint: "GET /balance", body, sha256: sha256(body), takenAt, ...given };
}

export const complete = { status: "complete", reason: null, requests: 3, passes: 2 } as const;

/** A clock that is set by hand. */
export function handClock(start: string) {
  let now = Date.parse(start);
  return {
    clock: () => new Date(now),
    set: (instant: string) => {
      now = Date.parse(instant);
    },
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
