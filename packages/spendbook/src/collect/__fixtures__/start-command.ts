import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../dist/bin.js", import.meta.url));
const moveClock = fileURLToPath(new URL("move-clock.mjs", import.meta.url));

/** How a command ended: with an exit code, or by a signal. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<Ending>;
}

export interface StartOptions {
  /** What the command's clock shows when it starts, ISO 8601; the system's time by default. */
  readonly clock?: string;
  /** A script that Node loads before the command. */
  readonly preload?: string;
  /** The number of the user, and of the group, that it runs as. */
  readonly user?: number;
  /** What a shell does before it becomes the command. */
  readonly shell?: string;
}

/** Starts the built command as a process of its own, with no other variables than those given. */
export function startCommand(
  world: { readonly directory: string; readonly environment: Readonly<Record<string, string>> },
  args: readonly string[],
  { clock, preload, user, shell }: StartOptions = {},
): StartedCommand {
  const imports = [clock === undefined ? [] : [moveClock], preload === undefined ? [] : [preload]].flat();
  const command = [process.execPath, ...imports.flatMap((file) => ["--import", file]), bin, ...args];
  const [file = "", ...rest] =
    shell === undefined ? command : ["/bin/sh", "-c", `${shell}; exec "$@"`, "sh", ...command];
  const child = spawn(file, rest, {
    cwd: world.directory,
    env: { ...world.environment, ...(clock !== undefined && { SPENDBOOK_CLOCK: clock }) },
    stdio: ["ignore", "pipe", "pipe"],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const ended = async (): Promise<Ending> => {
    const [[code, signal], stdout, stderr] = await Promise.all([
      once(child, "close"),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, signal, stdout, stderr };
  };
  return { process: child, ended: ended() };
}
