/** Exit codes of the command. */
export const exitCode = { complete: 0, unexpected: 1, usage: 2, partial: 3, broken: 4 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A failure that the person at the terminal can mend; its message is all they need. */
export abstract class SpendbookError extends Error {
  abstract readonly code: string;
  abstract readonly exitCode: ExitCode;
}

/** The command line is wrong. */
export class UsageError extends SpendbookError {
  override readonly name = "UsageError";
  readonly code = "usage";
  readonly exitCode = exitCode.usage;
}

/** The configuration is wrong: says which key, and what was expected there. */
export class ConfigError extends SpendbookError {
  override readonly name = "ConfigError";
  readonly code = "invalid_config";
  readonly exitCode = exitCode.usage;

  constructor(
    /** The place, for example `accounts[2].apiKey` or `PRIME_API_KEY`. */
    readonly key: string,
    readonly expected: string,
    options?: ErrorOptions,
  ) {
    super(`${key}: ${expected}`, options);
  }
}

/** Files or the ledger could not be read or written. */
export class OutputError extends SpendbookError {
  override readonly name = "OutputError";
  readonly code = "output_failed";
  readonly exitCode = exitCode.unexpected;
}

/** What is on record and what is found disagree. */
export class ReconciliationError extends SpendbookError {
  override readonly name = "ReconciliationError";
  readonly code = "not_reconciled";
  readonly exitCode = exitCode.broken;
}

/** Something is missing that the command does not go on without. */
export class IncompleteError extends SpendbookError {
  override readonly name = "IncompleteError";
  readonly code = "incomplete";
  readonly exitCode = exitCode.partial;
}
