import { toMilliseconds } from "./instant.js";
import { LedgerError } from "./ledger-error.js";
import type { AccountKey, RecordInput } from "./record.js";
import type { SnapshotInput } from "./snapshot.js";

/** Longest name or id in bytes of UTF-8; longer ones do not fit into PostgreSQL's indexes. */
const longestName = 1000;

/** PostgreSQL keeps no NUL, and neither engine a half of a surrogate pair. */
const unkeepable = /[\0\p{Surrogate}]/u;

const sha256Form = /^[0-9a-f]{64}$/;

/** Throws `LedgerError` `invalid_record` where either engine could not keep an account's name as it is. */
export function checkAccount({ provider, account }: AccountKey): void {
  checkName("the account", "provider", provider);
  checkName("the account", "account", account);
}

/** Throws `LedgerError` `invalid_record`; gives the posting in milliseconds. */
export function checkRecord(record: RecordInput): number {
  const subject = `record ${JSON.stringify(record.sourceId)}`;
  checkName(subject, "sourceId", record.sourceId);
  checkContent(subject, record);
  return checkInstant(subject, "occurredAt", record.occurredAt);
}

/** Throws `LedgerError` `invalid_record`; gives the time of taking in milliseconds. */
export function checkSnapshot(snapshot: SnapshotInput): number {
  const subject = `snapshot of wallet ${JSON.stringify(snapshot.wallet)}`;
  checkContent(subject, snapshot);
  return checkInstant(subject, "takenAt", snapshot.takenAt);
}

function checkContent(subject: string, content: Pick<RecordInput, "wallet" | "endpoint" | "sha256" | "body">): void {
  checkName(subject, "wallet", content.wallet);
  checkName(subject, "endpoint", content.endpoint);
  if (!sha256Form.test(content.sha256)) throw refuse(subject, "sha256 is not 64 lower-case hex digits");
  if (unkeepable.test(content.body)) throw refuse(subject, "body holds a NUL or half of a surrogate pair");
  try {
    JSON.parse(content.body);
  } catch (cause) {
    throw refuse(subject, "body is not JSON", { cause });
  }
}

function checkName(subject: string, field: string, name: string): void {
  if (name === "" || Buffer.byteLength(name) > longestName)
    throw refuse(subject, `${field} is not 1 to ${longestName} bytes long`);
  if (unkeepable.test(name)) throw refuse(subject, `${field} holds a NUL or half of a surrogate pair`);
}

function checkInstant(subject: string, field: string, instant: string): number {
  const milliseconds = toMilliseconds(instant);
  if (milliseconds === null) throw refuse(subject, `${field} is not a UTC instant like 2026-10-31T23:59:59.999Z`);
  return milliseconds;
}

function refuse(subject: string, why: string, options?: ErrorOptions): LedgerError {
  return new LedgerError("invalid_record", `${subject} cannot be stored: ${why}`, options);
}
