import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quietCompany } from "../__fixtures__/quiet-company.js";
import { startCommand } from "../collect/__fixtures__/start-command.js";

const choices = ["csv,json", "csv,xlsx,json", "html", "csv,html,hledger"];

test("statements written into one folder at once all succeed, and leave the whole files of one", {
  timeout: 60_000,
}, async () => {
  const world = await quietCompany();
  world.neev("n1", 50_000_000, "2026-08-02T10:00:00Z");
  world.waveTopUp("t1", 20, "2026-08-03T00:00:00Z");
  world.wave("w1", 0.25, "2026-08-10T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  const args = ["statement", "2026-08", "--offline", "--quiet", "--out", "books", "--formats"];
  const started = choices.map((formats) => startCommand(world, [...args, formats]));
  for (const { ended } of started) expect(await ended).toMatchObject({ code: 0, stderr: "" });

  const folder = join("books", "2026-08");
  const { code, stdout } = await world.spendbook("verify", folder, "--json");
  expect(code).toBe(0);
  // The manifest too, and nothing that it does not name.
  expect(await readdir(join(world.directory, folder))).toHaveLength(JSON.parse(stdout).files + 1);
});
