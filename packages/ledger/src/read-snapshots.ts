import type { Query } from "./database.js";
import { toInstant } from "./instant.js";
import { type AccountRow, readLists, readRunNumbers } from "./read-accounts.js";
import type { StoredSnapshot } from "./snapshot.js";

const snapshotsAtOnce = 250;

interface SnapshotRow {
  readonly id: number;
  readonly run_id: number;
  readonly sha256: string;
  readonly body: string;
  readonly taken_at: number;
}

/** One account's snapshots by wallet, endpoint and takenAt; `parse` makes the body of its JSON text. */
export async function* readSnapshots(
  query: Query,
  { id: accountId, provider, account }: AccountRow,
  parse: (text: string) => unknown,
): AsyncGenerator<StoredSnapshot> {
  const runs = await readRunNumbers(query, accountId);
  for (const { id: listId, wallet, endpoint } of await readLists(query, accountId)) {
    let last: SnapshotRow | null = null;
    do {
      const rows: readonly SnapshotRow[] = await query<SnapshotRow>(
        `SELECT id, run_id, sha256, body, taken_at FROM spendbook.snapshot
         WHERE list_id = $1 AND (taken_at, id) > ($2, $3) ORDER BY taken_at, id LIMIT $4`,
        [listId, last?.taken_at ?? Number.MIN_SAFE_INTEGER, last?.id ?? 0, snapshotsAtOnce],
      );
      last = rows.at(-1) ?? null;
      for (const { run_id, sha256, body, taken_at } of rows) {
        const run = runs.get(run_id) ?? 0;
        yield { provider, account, wallet, endpoint, run, body: parse(body), sha256, takenAt: toInstant(taken_at) };
      }
    } while (last !== null);
  }
}
