import { createHash } from "node:crypto";
import type { SandboxRequest } from "@spendbook/sandbox";
import { expect } from "vitest";
import type { CommandWorld } from "../../__fixtures__/command.js";
import { startCommand } from "./start-command.js";

/** Tells of the requests that reach a sandbox; give `onRequest` to the sandbox. */
export interface RequestWatch {
  onRequest(request: SandboxRequest): void;
  /** Runs once, when so many more requests have come; a later call takes its place. */
  after(requests: number, then: () => void): void;
}

export function watchRequests(): RequestWatch {
  let left = 0;
  let then: () => void = () => {};
  return {
    onRequest() {
      left -= 1;
      if (left === 0) then();
    },
    after(requests, next) {
      left = requests;
      then = next;
    },
  };
}

/** Numbers from 0 up to 1, always the same ones for a seed. */
export function seededChance(seed: string): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash("sha256").update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}

/**
 * Starts the collector and kills it at a moment drawn by `chance`, again and again until it was killed `kills` times
 * while it ran, and then lets it finish. Gives the numbers of the killed processes.
 */
export async function collectWithKills(
  world: CommandWorld,
  watch: RequestWatch,
  location: string,
  kills: number,
  chance: () => number,
): Promise<readonly number[]> {
  const start = () =>
    startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: world.sandbox.now() });
  const killed: number[] = [];
  for (let attempt = 0; killed.length < kills; attempt += 1) {
    if (attempt > 3 * kills) throw new Error("the collector ends before it can be killed: draw earlier moments");
    const command = start();
    const { pid } = command.process;
    const kill = () => command.process.kill("SIGKILL");
    // One in eight dies by its age, which may be before it has opened the ledger or asked for anything.
    const byAge = chance() < 1 / 8 ? setTimeout(kill, chance() * 600) : undefined;
    let late: NodeJS.Timeout | undefined;
    watch.after(byAge === undefined ? 1 + Math.floor(chance() * 70) : 0, () => {
      late = setTimeout(kill, chance() * 12);
    });
    const { code, signal, stderr } = await command.ended;
    clearTimeout(byAge);
    clearTimeout(late);
    if (signal === "SIGKILL" && pid !== undefined) killed.push(pid);
    else expect([code, stderr]).toEqual([0, ""]);
  }
  watch.after(0, () => {});
  const { code, stderr } = await start().ended;
  expect([code, stderr]).toEqual([0, ""]);
  return killed;
}
