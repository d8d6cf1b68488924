import { isLedgerError } from "@spendbook/ledger";
import type { Io } from "./io.js";
import { type Invocation, parseCommandLine } from "./parse-command-line.js";
import { createProgress, type Progress } from "./progress.js";
import { exitCode, SpendbookError } from "./spendbook-error.js";

/** Exit status of a process that an interrupt ended, by the shells' convention. */
const interrupted = 130;

type Command = (invocation: Invocation, io: Io, progress: Progress) => Promise<number>;

/** Each is loaded only where it is asked for. */
const commands: Record<Invocation["command"], () => Promise<Command>> = {
  statement: async () => (await import("./commands/statement.js")).statement,
  collect: async () => (await import("./commands/collect.js")).collect,
  close: async () => (await import("./commands/close.js")).close,
  reopen: async () => (await import("./commands/reopen.js")).reopen,
  diff: async () => (await import("./commands/diff.js")).diff,
  verify: async () => (await import("./commands/verify.js")).verify,
  trace: async () => (await import("./commands/trace.js")).trace,
  doctor: async () => (await import("./commands/doctor.js")).doctor,
  init: async () => {
    const { init } = await import("./commands/init.js");
    return (_invocation, io) => init(io);
  },
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
    const command = await commands[invocation.command]();
    return await command(invocation, io, createProgress(io, invocation.quiet));
  } catch (error) {
    if (io.signal.aborted) {
      io.stderr.write("spendbook: interrupted; what was collected is kept, run the same command to go on\n");
      return interrupted;
    }
    if (error instanceof SpendbookError) return fail(io, error.message, error.exitCode);
    if (isLedgerError(error)) return fail(io, error.message, exitCode.unexpected);
    // Loaded only now: collecting does without it.
    const { PeriodError, RateError } = await import("@spendbook/normalizer");
    if (error instanceof PeriodError || error instanceof RateError) return fail(io, error.message, exitCode.usage);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return fail(io, `unexpected: ${detail}`, exitCode.unexpected);
  }
}

function fail(io: Io, message: string, code: number): number {
  io.stderr.write(`spendbook: ${message}\n`);
  return code;
}
