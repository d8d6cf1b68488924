import { command } from "../measure/collect.js";
import { measureCommand } from "../measure/measure-process.js";
import { median } from "../report/median.js";
import { table } from "../report/table.js";
import type { Group } from "./group.js";

/** What a person waits for the help text, beside Node's own start. */
export const help: Group = {
  title: "The help text",
  sizes: [31],
  async measure([rounds = 31], tell) {
    const walls = { "node -e 0": [] as number[], "spendbook --help": [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      walls["node -e 0"].push((await measureCommand([process.execPath, "-e", "0"])).wall);
      walls["spendbook --help"].push((await measureCommand([process.execPath, command, "--help"])).wall);
    }
    const bare = walls["node -e 0"];
    const rows = Object.entries(walls).map(([name, own]) => [
      name,
      (median(own) * 1000).toFixed(0),
      `${median(own.map((wall, round) => wall / (bare[round] ?? Number.NaN))).toFixed(2)} ×`,
    ]);
    tell(`${rounds} rounds of the help text`);
    return `Whole processes in turns, medians of ${rounds} rounds.\n\n${table(["command", "wall ms", "wall ratio"], rows)}`;
  },
};
