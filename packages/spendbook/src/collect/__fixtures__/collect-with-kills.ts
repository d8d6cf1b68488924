import { expect } from "vitest";
import type { CommandWorld } from "../../__fixtures__/command.js";
import { startCommand } from "./start-command.js";
import type { RequestWatch } from "./watch-requests.js";

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
  const start = () => startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: world.sandbox.now() });
  const killed: number[] = [];
  let requests = 60;
  for (let attempt = 0; killed.length < kills; attempt += 1) {
    if (attempt > 3 * kills) throw new Error("the collector ends before it can be killed: draw earlier moments");
    const command = start();
    const { pid } = command.process;
    const kill = () => command.process.kill("SIGKILL");
    // One in eight dies by its age, which may be before it has opened the ledger or asked for anything.
    const byAge = chance() < 1 / 8 ? setTimeout(kill, chance() * 600) : undefined;
    let late: NodeJS.Timeout | undefined;
    watch.after(byAge === undefined ? 1 + Math.floor(chance() * requests) : 0, () => {
      late = setTimeout(kill, chance() * 12);
    });
    const { code, signal, stderr } = await command.ended;
    clearTimeout(byAge);
    clearTimeout(late);
    if (signal === "SIGKILL" && pid !== undefined) killed.push(pid);
    else {
      expect([code, stderr]).toEqual([0, ""]);
      // The next one has as little left to do.
      requests = watch.count() - 1;
    }
  }
  watch.after(0, () => {});
  const { code, stderr } = await start().ended;
  expect([code, stderr]).toEqual([0, ""]);
  return killed;
}
