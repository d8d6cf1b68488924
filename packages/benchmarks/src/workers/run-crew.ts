import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { command } from "../measure/collect.js";

export interface Crew {
  readonly folder: string;
  /** Arguments of the command, the same for each. */
  readonly args: readonly string[];
  readonly workers: number;
  /** When one is killed and another started in its place; each is waited for in turn. */
  readonly kills: readonly (() => boolean)[];
}

/** Runs so many commands at once, kills and replaces some under way, and throws unless all others did all their work. */
export async function runCrew({ folder, args, workers, kills }: Crew): Promise<void> {
  const living: ChildProcess[] = [];
  const endings: Promise<void>[] = [];
  const killed = new Set<ChildProcess>();
  const start = () => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: folder,
      env: { ...process.env, MEASURED_API_KEY: "made-up-key-for-measuring" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    living.push(child);
    endings.push(
      once(child, "exit").then(([code]) => {
        if (code !== 0 && !killed.has(child)) throw new Error(`a worker ended with ${code}`);
      }),
    );
  };
  for (let number = 0; number < workers; number += 1) start();
  for (const isTime of kills) {
    while (!isTime()) await setTimeout(10);
    const [oldest] = living.splice(0, 1);
    if (oldest === undefined || oldest.exitCode !== null) throw new Error("there was no worker left to kill");
    killed.add(oldest);
    oldest.kill("SIGKILL");
    start();
  }
  // Those that are added while others are waited for are all started by now.
  await Promise.all(endings);
}
