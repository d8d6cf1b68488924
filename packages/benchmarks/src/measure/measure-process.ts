import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { programPath } from "../programs/program-path.js";

/** What a whole process cost, from its start to its end. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of both, in all threads. */
  readonly cpu: number;
  /** Bytes: the most that was resident at once. */
  readonly peakMemory: number;
}

export interface MeasuredProcess {
  readonly cost: Cost;
  /** What it printed, parsed. */
  readonly answer: unknown;
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program of Node's as a whole process and reads the JSON that it prints. Throws where it fails: a measurement
 * of work that was not done is none.
 */
export async function measureProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<MeasuredProcess> {
  const usageReporter = pathToFileURL(programPath("report-usage")).href;
  const { printed, ...run } = await runWhole(
    process.execPath,
    ["--import", usageReporter, program, ...args],
    `${program} ${args.join(" ")}`,
    { ...options, report: 3 },
  );
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(run.usage) as NodeJS.ResourceUsage;
  const cost = { wall: run.wall, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMemory: maxRSS * 1024 };
  return { cost, answer: JSON.parse(printed) };
}

/**
 * Runs any command as a whole process under GNU time, which tells CPU time to a hundredth of a second; what it prints is
 * dropped. Throws where it fails.
 */
export async function measureCommand(command: readonly string[], options: ProcessOptions = {}): Promise<Cost> {
  const args = ["--quiet", "--format", "%U %S %M", ...command];
  const { wall, usage } = await runWhole("/usr/bin/time", args, command.join(" "), { ...options, report: 2 });
  // What the command itself complained of comes before.
  const line = usage.trim().split("\n").at(-1) ?? "";
  const [user = Number.NaN, system = Number.NaN, kibibytes = Number.NaN] = line.split(" ").map(Number);
  return { wall, cpu: user + system, peakMemory: kibibytes * 1024 };
}

/** Runs a process that tells what it used on a descriptor. */
async function runWhole(
  command: string,
  args: readonly string[],
  name: string,
  { cwd, environment, report }: ProcessOptions & { readonly report: 2 | 3 },
): Promise<{ readonly wall: number; readonly printed: string; readonly usage: string }> {
  const started = performance.now();
  const child = spawn(command, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", report === 2 ? "pipe" : "inherit", "pipe"],
  });
  const ended = once(child, "exit").then(([code]) => ({ code, wall: (performance.now() - started) / 1000 }));
  const [, output] = child.stdio;
  const reported = child.stdio[report] as typeof output;
  if (output === null || reported === null) throw new Error("the process has no pipes");
  const [{ code, wall }, printed, usage] = await Promise.all([ended, text(output), text(reported)]);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${printed}${report === 2 ? usage : ""}`);
  return { wall, printed, usage };
}
