import { expect } from "vitest";
import { commandWorld } from "../../__fixtures__/command.js";
import { sqlite } from "./engine.js";
import { exportOf } from "./read-ledger.js";
import { startCommand } from "./start-command.js";

/** The first collection, one that only looks for what is new, and one that reads every list from end to end again. */
export const stages = ["2026-09-01T00:05:00Z", "2026-09-11T00:05:00Z", "2026-11-01T00:05:00Z"] as const;

type Exports = ReadonlyMap<string, readonly string[]>;

let undisturbed: Promise<Exports> | undefined;

/** The exports, by stage, of a ledger that is collected at every stage without a break; collected once for a test file. */
export function collectUndisturbed(): Promise<Exports> {
  undisturbed ??= collectAll();
  return undisturbed;
}

async function collectAll(): Promise<Exports> {
  const world = await commandWorld({ now: stages[0] });
  const location = await sqlite.newLocation(world.directory);
  const exports = new Map<string, readonly string[]>();
  for (const stage of stages) {
    world.sandbox.advance(stage);
    const command = startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: stage });
    expect(await command.ended).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    exports.set(stage, await exportOf(location));
  }
  return exports;
}
