import { toMilliseconds } from "./instant.js";
import { LedgerError } from "./ledger-error.js";
import type { CheckedRecord } from "./plan-page.js";
import type { AccountKey, RecordInput } from "./record.js";
import type { SnapshotInput } from "./snapshot.js";

/** Longest name or id in bytes of UTF-8; longer ones do not fit into PostgreSQL's indexes. */
const longestName = 1000;

/** Says what a value belongs to, once something is wrong with it. */
type Subject = () => string;

const sha256Form = /^[0-9a-f]{64}$/;

/** Throws `LedgerError` `invalid_record` where either engine could not keep an account's name as it is. */
export function checkAccount({ provider, account }: AccountKey): void {
  const subject = () => "the account";
  checkName(subject, "provider", provider);
  checkName(subject, "account", account);
}

/** Throws `LedgerError` `invalid_record`; gives the record as it is stored, but for its body: see `checkBody`. */
export function checkRecord(record: RecordInput): CheckedRecord {
  const { wallet, endpoint, sourceId, sha256, body } = record;
  const subject = subjectOf(record);
  checkName(subject, "sourceId", sourceId);
  checkContent(subject, record);
  const occurredAtMs = checkInstant(subject, "occurredAt", record.occurredAt);
  return { wallet, endpoint, sourceId, sha256, body, occurredAtMs };
}

/** Throws `LedgerError` `invalid_record` where the body is no JSON: to parse it takes long, and only a new one needs it. */
export function checkBody(record: Pick<RecordInput, "sourceId" | "body">): void {
  checkJson(subjectOf(record), record.body);
}

const subjectOf =
  ({ sourceId }: Pick<RecordInput, "sourceId">): Subject =>
  () =>
    `record ${JSON.stringify(sourceId)}`;

/** Throws `LedgerError` `invalid_record`; gives the time of taking in milliseconds. */
export function checkSnapshot(snapshot: SnapshotInput): number {
  const subject = () => `snapshot of wallet ${JSON.stringify(snapshot.wallet)}`;
  checkContent(subject, snapshot);
  checkJson(subject, snapshot.body);
  return checkInstant(subject, "takenAt", snapshot.takenAt);
}

function checkContent(subject: Subject, content: Pick<RecordInput, "wallet" | "endpoint" | "sha256" | "body">): void {
  checkName(subject, "wallet", content.wallet);
  checkName(subject, "endpoint", content.endpoint);
  if (!sha256Form.test(content.sha256)) throw refuse(subject, "sha256 is not 64 lower-case hex digits");
  if (!isKeepable(content.body)) throw refuse(subject, "body holds a NUL or half of a surrogate pair");
}

function checkJson(subject: Subject, body: string): void {
  try {
    JSON.parse(body);
  } catch (cause) {
    throw refuse(subject, "body is not JSON", { cause });
  }
}

function checkName(subject: Subject, field: string, name: string): void {
  if (name === "" || Buffer.byteLength(name) > longestName)
    throw refuse(subject, `${field} is not 1 to ${longestName} bytes long`);
  if (!isKeepable(name)) throw refuse(subject, `${field} holds a NUL or half of a surrogate pair`);
}

/** PostgreSQL keeps no NUL, and neither engine a half of a surrogate pair. */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function checkInstant(subject: Subject, field: string, instant: string): number {
  const milliseconds = toMilliseconds(instant);
  if (milliseconds === null) throw refuse(subject, `${field} is not a UTC instant like 2026-10-31T23:59:59.999Z`);
  return milliseconds;
}

function refuse(subject: Subject, why: string, options?: ErrorOptions): LedgerError {
  return new LedgerError("invalid_record", `${subject()} cannot be stored: ${why}`, options);
}
