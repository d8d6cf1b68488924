import type { CollectionRun, JsonValue, SnapshotInput } from "@spendbook/ledger";

/** What a ledger holds of one account, in memory: the model that thousands of simulated runs are checked on. */
export class MemoryLedger {
  readonly records = new Map<
    string,
    {
      readonly id: number;
      readonly sourceId: string;
      readonly endpoint: string;
      readonly bodies: string[];
      sha256: string;
    }
  >();
  readonly snapshots: SnapshotInput[] = [];
  cursor: JsonValue = null;

  run(): CollectionRun {
    const { records, snapshots } = this;
    return {
      number: 1,
      startedAt: "2026-10-01T00:00:00.000Z",
      cursor: this.cursor,
      storePage: async ({ records: page, cursor }) => {
        const filings = page.map(({ wallet, endpoint, sourceId, body, sha256 }) => {
          const key = JSON.stringify([wallet, endpoint, sourceId]);
          const known = records.get(key);
          if (known === undefined) {
            records.set(key, { id: records.size + 1, sourceId, endpoint, bodies: [body], sha256 });
            return "added" as const;
          }
          if (known.sha256 === sha256) return "unchanged" as const;
          known.sha256 = sha256;
          known.bodies.push(body);
          return "changed" as const;
        });
        if (cursor !== undefined) this.cursor = cursor;
        const count = (filing: string) => filings.filter((each) => each === filing).length;
        const ids = page.map(
          ({ wallet, endpoint, sourceId }) => records.get(JSON.stringify([wallet, endpoint, sourceId]))?.id ?? 0,
        );
        return { added: count("added"), changed: count("changed"), unchanged: count("unchanged"), filings, ids };
      },
      countRecords: async ({ endpoint }) =>
        [...records.values()].filter((record) => record.endpoint === endpoint).length,
      storeSnapshot: async (snapshot) => {
        snapshots.push(snapshot);
      },
      finish: async () => {},
    };
  }
}
