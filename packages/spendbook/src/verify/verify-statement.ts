import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerReader } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import { type BuiltStatement, buildStatement } from "../build/build-statement.js";
import { firstDifference } from "../build/first-difference.js";
import { rootOf } from "../build/records-digest.js";
import { accountKey } from "../config/account-key.js";
import { hashFile, hashWriting } from "../output/hash-file.js";
import { type Manifest, manifestOf, parseManifest } from "../output/manifest.js";
import { writeFiles } from "../output/write-files.js";
import { manifestName } from "../output/write-statement.js";
import { ReconciliationError, UsageError } from "../spendbook-error.js";
import { version } from "../version.js";
import { checkBodies, checkSnapshots } from "./check-bodies.js";

/** A statement that is what its manifest says and what the ledger gives. */
export interface Verified {
  readonly manifest: Manifest;
  /** States of records that were read and found to be what their hashes say. */
  readonly records: number;
  /** When the month was reopened since; null where it is still what it was. */
  readonly reopenedAt: string | null;
}

/**
 * Checks a written statement from end to end, and stops at the first thing that differs: the manifest against its own
 * digest, each file against the manifest, each record against its hash, the records and the statement as the ledger gives
 * them for the runs that the manifest names, and each file as it would be written from them now. Throws
 * `ReconciliationError` that names what differs, `UsageError` where there is no statement, `LedgerError`.
 */
export async function verifyStatement(
  ledger: LedgerReader<ProviderId>,
  directory: string,
  signal?: AbortSignal,
): Promise<Verified> {
  const manifest = await readManifest(directory);
  await checkFiles(manifest, directory);
  const built = await rebuild(ledger, manifest, signal);
  await checkStatement(built, manifest, directory);
  await rewrite(built, manifest);
  checkManifest(built, manifest);
  const reopenedAt = await checkClosing(ledger, manifest);
  const records = built.records.reduce((sum, each) => sum + each.records, 0);
  return { manifest, records, reopenedAt };
}

async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, manifestName);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read; name the folder of a month's statement`, { cause });
  });
  const manifest = parseManifest(bytes);
  if (manifest === null)
    throw new ReconciliationError(`${manifestName} is not what was written: its own digest differs`);
  return manifest;
}

async function checkFiles({ files }: Manifest, directory: string): Promise<void> {
  for (const { name, bytes, sha256 } of files) {
    if (/[\\/]/.test(name)) throw new ReconciliationError(`${manifestName} names a file outside its folder: ${name}`);
    const found = await hashFile(join(directory, name)).catch((cause: unknown) => {
      throw new ReconciliationError(`${name} cannot be read; it was written with the statement`, { cause });
    });
    if (found.bytes !== bytes)
      throw new ReconciliationError(`${name} has ${found.bytes} bytes; it was written with ${bytes}`);
    if (found.sha256 !== sha256)
      throw new ReconciliationError(
        `${name} was changed since it was written: its sha256 is ${found.sha256}, not ${sha256}`,
      );
  }
}

async function rebuild(
  ledger: LedgerReader<ProviderId>,
  { policy }: Manifest,
  signal: AbortSignal | undefined,
): Promise<BuiltStatement> {
  for (const { run, ...name } of policy.accounts) {
    const found = run === 0 ? null : await ledger.lastRun(name, { through: run });
    if (run !== 0 && found?.number !== run)
      throw new ReconciliationError(
        `the ledger has no collection run ${run} of ${accountKey(name)}: is it the one that the statement was made from? (--ledger)`,
      );
    await checkSnapshots(ledger, name, run);
  }
  return buildStatement(ledger, policy, { onBooked: ({ record }) => checkBodies(record), signal });
}

async function checkStatement(built: BuiltStatement, manifest: Manifest, directory: string): Promise<void> {
  const { records, statement } = manifest;
  for (const { provider, account, records: count, recordsRoot } of records.accounts) {
    const found = built.records.find((each) => each.provider === provider && each.account === account);
    if (found?.recordsRoot !== recordsRoot)
      throw new ReconciliationError(
        `the ledger's records of ${provider}/${account} are not those of the statement: ${found?.records ?? 0} states with the root ${found?.recordsRoot}, not ${count} with ${recordsRoot}`,
      );
  }
  if (rootOf(built.records) !== records.root)
    throw new ReconciliationError(`${manifestName}: the root over the accounts' records differs from the ledger's`);
  if (built.sha256 === statement.sha256) return;
  const name = `statement-${statement.month}.json`;
  const text = await readFile(join(directory, name), "utf8").catch(() => null);
  const difference =
    text === null ? null : firstDifference(JSON.parse(text), JSON.parse(JSON.stringify(built.statement)));
  const where =
    difference === null
      ? "a line or a figure"
      : `${difference.path}, ${JSON.stringify(difference.stated)} there and ${JSON.stringify(difference.found)} from the ledger`;
  throw new ReconciliationError(
    `the ledger gives another statement: the first difference is ${where}${otherVersion(manifest)}`,
  );
}

async function rewrite(built: BuiltStatement, manifest: Manifest): Promise<void> {
  const written = [...manifest.files];
  const found = await writeFiles(built, manifest.policy, async ({ name, write }) => {
    const { sha256 } = await hashWriting(write);
    return { name, sha256 };
  });
  for (const { name, sha256 } of found) {
    const before = written.shift();
    if (before?.name !== name)
      throw new ReconciliationError(
        `the ledger gives a file ${name} where the manifest has ${before?.name ?? "none"}${otherVersion(manifest)}`,
      );
    if (before.sha256 !== sha256)
      throw new ReconciliationError(
        `${name} written again from the ledger is another file: its sha256 is ${sha256}, not ${before.sha256}${otherVersion(manifest)}`,
      );
  }
  const [surplus] = written;
  if (surplus !== undefined)
    throw new ReconciliationError(`the manifest has a file ${surplus.name} that the statement does not give`);
}

/** What is left of the manifest follows from the statement, and is held to it. */
function checkManifest(built: BuiltStatement, manifest: Manifest): void {
  const { formats, csv, ...plan } = manifest.policy;
  const { spendbook: _, ...found } = manifestOf(plan, built, { formats, csv }, manifest.files);
  const { spendbook: __, ...stated } = manifest;
  const difference = firstDifference(stated, JSON.parse(JSON.stringify(found)));
  if (difference !== null)
    throw new ReconciliationError(
      `${manifestName} differs at ${difference.path}: it says ${JSON.stringify(difference.stated)}, and the statement ${JSON.stringify(difference.found)}`,
    );
}

async function checkClosing(
  ledger: LedgerReader<ProviderId>,
  { statement: { month, status, sha256 } }: Manifest,
): Promise<string | null> {
  if (status !== "closed") return null;
  const closings = (await ledger.closings()).filter((each) => each.month === month);
  const closing = closings.findLast(({ statementSha256 }) => statementSha256 === sha256);
  if (closing === undefined) throw new ReconciliationError(`the ledger has no closing of ${month} with this statement`);
  return closing.reopenedAt;
}

function otherVersion(manifest: Manifest): string {
  return manifest.spendbook === version()
    ? ""
    : `; it was written by spendbook ${manifest.spendbook} and this is ${version()}: verify it with that version`;
}
