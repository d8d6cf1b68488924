import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { commandWorld } from "../../__fixtures__/command.js";
import { stages } from "./collect-undisturbed.js";
import { collectWithKills } from "./collect-with-kills.js";
import type { Engine } from "./engine.js";
import { differences, exportOf, runsOf } from "./read-ledger.js";
import { seededChance } from "./seeded-chance.js";
import { watchRequests } from "./watch-requests.js";

/** What became of the killed collectors. */
export interface KillCounts {
  readonly killed: number;
  /** Those that left a run unfinished. */
  readonly hit: number;
  /** Those that had stored a page in it. */
  readonly hitAfterWriting: number;
}

/** Fills one ledger stage by stage, with so many kills at each, and holds it against `expected` after every stage. */
export async function killCollections(
  { newLocation }: Engine,
  killsAtStage: number,
  seed: string,
  expected: ReadonlyMap<string, readonly string[]>,
): Promise<KillCounts> {
  const watch = watchRequests();
  const delay = seededChance(`${seed} delay`);
  const world = await commandWorld({
    now: stages[0],
    // Answers overtake one another, so that pages are stored out of turn.
    onRequest: () => {
      watch.onRequest();
      return setTimeout(delay() * 20);
    },
  });
  const location = await newLocation(world.directory);
  const chance = seededChance(seed);
  const killed: number[] = [];
  for (const stage of stages) {
    world.sandbox.advance(stage);
    killed.push(...(await collectWithKills(world, watch, location, killsAtStage, chance)));
    expect(differences(await exportOf(location), expected.get(stage) ?? [])).toEqual([]);
  }
  await world.sandbox.close();
  const cut = (await runsOf(location)).filter(({ status }) => status === "interrupted");
  const wrote = cut.filter(({ added, changed, unchanged }) => added + changed + unchanged > 0);
  const countOf = (runs: typeof cut) => killed.filter((pid) => runs.some((run) => run.pid === pid)).length;
  return { killed: killed.length, hit: countOf(cut), hitAfterWriting: countOf(wrote) };
}
