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

/**
 * Runs a program of Node's as a whole process and reads the JSON that it prints. Throws where it fails: a measurement
 * of work that was not done is none.
 */
export async function measureProcess(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<MeasuredProcess> {
  const usageReporter = pathToFileURL(programPath("report-usage")).href;
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", usageReporter, program, ...args], {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const ended = once(child, "exit").then(([code]) => ({ code, wall: (performance.now() - started) / 1000 }));
  const [, output, , report] = child.stdio;
  if (output === null || report === null || report === undefined) throw new Error("the process has no pipes");
  const [{ code, wall }, printed, usage] = await Promise.all([ended, text(output), text(report as typeof output)]);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${printed}`);
  return { cost: { wall, ...readUsage(usage) }, answer: JSON.parse(printed) };
}

/** Reads microseconds and kibibytes, as `process.resourceUsage` gives them. */
function readUsage(report: string): Omit<Cost, "wall"> {
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(report) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peakMemory: maxRSS * 1024 };
}
