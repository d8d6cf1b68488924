import { LedgerError, type LedgerErrorCode } from "../ledger-error.js";

/** SQLSTATEs, whole or by class: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const known: readonly (readonly [state: string, code: LedgerErrorCode, advice: string])[] = [
  ["28", "connection_failed", "refuses the user or the password: check both"],
  ["3D000", "connection_failed", "does not exist: create the database, then run again"],
  ["53300", "connection_failed", "has no connection left: close others or raise max_connections"],
  ["08", "connection_failed", "broke the connection off: run again"],
  ["57P", "connection_failed", "is shutting down or starting: run again later"],
  ["53100", "disk_full", "has no space left: free some and run again; everything stored before is kept"],
  ["25006", "ledger_read_only", "only reads: give the primary server"],
  ["42501", "ledger_read_only", "does not allow it: grant the user its own schema spendbook"],
  ["55P03", "ledger_locked", "is locked by another session: end that, then run again"],
  ["57014", "ledger_locked", "took too long, maybe for another session's lock: run again"],
  ["40", "ledger_locked", "met another transaction: run again"],
  ["XX00", "ledger_damaged", "is damaged: restore it from a backup"],
];

/** What PostgreSQL or its connection threw, in the ledger's terms. */
export function postgresError(error: unknown, place: string): LedgerError {
  if (error instanceof LedgerError) return error;
  const options = { cause: error };
  const state = sqlState(error);
  const message = messageOf(error);
  if (state === null)
    return new LedgerError(
      "connection_failed",
      `${place} cannot be reached (${message}): check that it runs and the URL is right`,
      options,
    );
  const match = known.find(([prefix]) => state.startsWith(prefix));
  if (match === undefined)
    return new LedgerError("ledger_failed", `${place}: PostgreSQL refused (${state}: ${message})`, options);
  const [, code, advice] = match;
  return new LedgerError(code, `${place} ${advice} (${message})`, options);
}

/** Errors of the server itself have a severity; those of the connection only a code of the system. */
function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !("severity" in error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Node gives an unreachable host of several addresses as an error without a message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
