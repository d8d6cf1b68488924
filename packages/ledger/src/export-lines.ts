import type { Snapshot } from "./database.js";
import type { ExportOptions } from "./ledger.js";
import { readAccounts } from "./read-accounts.js";
import { readClosings } from "./read-closings.js";
import { readRecords } from "./read-records.js";
import { readRuns } from "./read-runs.js";
import { readSnapshots } from "./read-snapshots.js";
import type { StoredRecord } from "./record.js";
import type { StoredRun } from "./run.js";
import type { StoredSnapshot } from "./snapshot.js";

/** Version of the lines' form. */
const exportVersion = 1;

/** The ledger as lines of JSON; bodies stand in them as the text that came. */
export async function* exportLines(snapshot: Snapshot, { timing = true }: ExportOptions = {}): AsyncGenerator<string> {
  const { query } = snapshot;
  yield JSON.stringify({ ledgerExport: exportVersion, timing });
  for (const row of await readAccounts(query)) {
    yield JSON.stringify({ kind: "account", provider: row.provider, account: row.account });
    if (timing) for await (const run of readRuns(query, row)) yield runLine(run);
    for await (const records of readRecords(snapshot, row, "texts"))
      for (const record of records) yield recordLine(record, timing);
    let before: StoredSnapshot | null = null;
    for await (const snapshot of readSnapshots(query, row, asText)) {
      if (timing || before === null || !isSame(before, snapshot)) yield snapshotLine(snapshot, timing);
      before = snapshot;
    }
  }
  if (timing) for (const closing of await readClosings(query)) yield JSON.stringify({ kind: "closing", ...closing });
}

const asText = (text: string) => text;

function runLine({ number, status, reason, startedAt, finishedAt, cursor, ...counts }: StoredRun): string {
  const { requests, passes, added, changed, unchanged } = counts;
  const outcome = { requests, passes, added, changed, unchanged, cursor };
  return JSON.stringify({ kind: "run", number, status, reason, startedAt, finishedAt, ...outcome });
}

function recordLine({ wallet, endpoint, sourceId, occurredAt, revisions }: StoredRecord, timing: boolean): string {
  const states = revisions.map(({ number, run, firstSeenAt, lastSeenAt, sha256, body }) => ({
    number,
    ...(timing && { run, firstSeenAt, lastSeenAt }),
    sha256,
    body,
  }));
  return JSON.stringify({ kind: "record", wallet, endpoint, sourceId, occurredAt, revisions: states });
}

function snapshotLine({ wallet, endpoint, run, takenAt, sha256, body }: StoredSnapshot, timing: boolean): string {
  return JSON.stringify({ kind: "snapshot", wallet, endpoint, ...(timing && { run, takenAt }), sha256, body });
}

function isSame(a: StoredSnapshot, b: StoredSnapshot): boolean {
  return a.wallet === b.wallet && a.endpoint === b.endpoint && a.sha256 === b.sha256;
}
