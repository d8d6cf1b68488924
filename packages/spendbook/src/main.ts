import { isLedgerError } from "@spendbook/ledger";
import { PeriodError } from "@spendbook/normalizer";
import { collect } from "./commands/collect.js";
import { doctor } from "./commands/doctor.js";
import { init } from "./commands/init.js";
import { statement } from "./commands/statement.js";
import type { Io } from "./io.js";
import { type Invocation, parseCommandLine } from "./parse-command-line.js";
import { createProgress, type Progress } from "./progress.js";
import { exitCode, SpendbookError } from "./spendbook-error.js";

/** Exit status of a process that an interrupt ended, by the shells' convention. */
const interrupted = 130;

const commands: Record<Invocation["command"], (invocation: Invocation, io: Io, progress: Progress) => Promise<number>> =
  {
    statement,
    collect,
    doctor,
    init: (_invocation, io) => init(io),
  };

/** Runs the command with the real world around it, and gives the exit code. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  // A second interrupt ends the process at once: the listener is gone by then.
  process.once("SIGINT", () => interrupt.abort());
  process.once("SIGTERM", () => interrupt.abort());
  return run(args, {
    directory: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    signal: interrupt.signal,
  });
}

/** As `main`, in a world that is given. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    const invocation = parseCommandLine(args);
    return await commands[invocation.command](invocation, io, createProgress(io, invocation.quiet));
  } catch (error) {
    if (io.signal.aborted) {
      io.stderr.write("spendbook: interrupted; what was collected is kept, run the same command to go on\n");
      return interrupted;
    }
    if (error instanceof SpendbookError) return fail(io, error.message, error.exitCode);
    if (error instanceof PeriodError) return fail(io, error.message, exitCode.usage);
    if (isLedgerError(error)) return fail(io, error.message, exitCode.unexpected);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return fail(io, `unexpected: ${detail}`, exitCode.unexpected);
  }
}

function fail(io: Io, message: string, code: number): number {
  io.stderr.write(`spendbook: ${message}\n`);
  return code;
}
