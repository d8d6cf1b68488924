import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Statement } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type QuietCompany, quietCompany } from "../__fixtures__/quiet-company.js";

const folder = "statements/2026-08";

/** 50 dollars bought at 0.90, of which 10 are used at NeevCloud; 4.25 of 20 at WaveSpeed, which no rule matches. */
async function mappedMonth(): Promise<QuietCompany> {
  const world = await quietCompany();
  world.neev("n1", 50_000_000, "2026-08-03T10:00:00Z");
  world.neev("n2", -10_000_000, "2026-08-20T10:00:00Z");
  world.waveTopUp("t1", 20, "2026-08-04T00:00:00Z");
  world.wave("w1", 4.25, "2026-08-10T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  const mapping = {
    functional: { currency: "EUR", policy: "first-in-first-out" },
    rules: [
      { match: { provider: "neevcloud" }, assign: { code: "6310", taxTreatment: "Reverse Charge Expenses (20%)" } },
    ],
  };
  await writeFile(join(world.directory, "mapping.json"), JSON.stringify(mapping));
  const rates = "date,pair,rate,source\n2026-08-03,USD/EUR,0.90,ECB\n2026-08-04,USD/EUR,0.95,ECB\n";
  await writeFile(join(world.directory, "rates.csv"), rates);
  const files = { timezone: "UTC", mapping: "mapping.json", rates: "rates.csv", csv: { delimiter: ";", decimal: "," } };
  Object.assign(world.config, files);
  await world.saveConfig();
  return world;
}

const read = (world: QuietCompany, name: string) => readFile(join(world.directory, folder, name), "utf8");

test("the books of a month: each wallet in their currency, what no rule matches, and CSV as configured", async () => {
  const world = await mappedMonth();
  const { code, stdout, stderr } = await world.spendbook("statement", "2026-08", "--offline", "--json");
  expect([code, stderr]).toEqual([0, ""]);
  const { functional, warnings } = JSON.parse(stdout) as Statement;
  const policy = { currency: "EUR", policy: "first-in-first-out", walletCurrency: "USD", uncovered: "0" };
  expect(functional).toMatchObject([
    // 50 × 0.90; 10 × 0.90 of them used; 40 × 0.90 left.
    {
      provider: "neevcloud",
      opening: "0",
      moneyIn: "45",
      moneyOut: "-9",
      exchangeDifference: "0",
      closing: "36",
      ...policy,
    },
    // 20 × 0.95; 4.25 × 0.95; 15.75 × 0.95.
    { provider: "wavespeed", opening: "0", moneyIn: "19", moneyOut: "-4.0375", closing: "14.9625", ...policy },
  ]);
  expect(warnings).toMatchObject([
    {
      code: "unmapped_lines",
      account: "wavespeed/studio",
      message: expect.stringContaining(": 1 (4.25 USD). Add a rule"),
    },
  ]);
  const csv = await read(world, "statement-2026-08.csv");
  const rows = parse(csv, { bom: true, columns: true, delimiter: ";" }) as Record<string, string>[];
  expect(rows.map(({ amount }) => amount)).toEqual(["50", "-10", "20", "-4,25"]);
  expect(await read(world, "summary-2026-08.csv")).toMatch(/^\ufeffprovider;account;/);
  // The files are written again by what the manifest says, whatever the configuration says by now.
  Object.assign(world.config, { csv: {} });
  await world.saveConfig();
  expect(await world.spendbook("verify", folder)).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(await read(world, "manifest.json")).policy.csv).toEqual({ delimiter: ";", decimal: "," });
});

test("without rates nothing is carried into another currency", async () => {
  const world = await mappedMonth();
  Object.assign(world.config, { mapping: undefined, rates: undefined });
  await world.saveConfig();
  const { stdout } = await world.spendbook("statement", "2026-08", "--offline", "--json");
  expect((JSON.parse(stdout) as Statement).functional).toBeNull();
});

test("a tax treatment reaches Xero's file by the mapping, and a line without one is refused by name", async () => {
  const world = await mappedMonth();
  const args = ["statement", "2026-08", "--offline", "--formats", "xero-bill", "--quiet"];
  const refused = await world.spendbook(...args);
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toMatch(/^spendbook: xero-bill needs a tax rate [^\n]*wavespeed[^\n]*\n$/);
  const rules = [{ match: {}, assign: { code: "6310", taxTreatment: "Reverse Charge Expenses (20%)" } }];
  await writeFile(join(world.directory, "mapping.json"), JSON.stringify({ rules }));
  Object.assign(world.config, { rates: undefined });
  await world.saveConfig();
  expect(await world.spendbook(...args)).toMatchObject({ code: 0 });
  const bills = parse(await read(world, "xero-bill-2026-08.csv"), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(bills.map((bill) => [bill["*AccountCode"], bill["*TaxType"], bill["*UnitAmount"]])).toEqual([
    ["6310", "Reverse Charge Expenses (20%)", "4.25"],
    ["6310", "Reverse Charge Expenses (20%)", "10.00"],
  ]);
  expect(await world.spendbook("verify", folder)).toMatchObject({ code: 0, stderr: "" });
});

test("a table of a mapping stays on 120 columns, and --json has the whole names", async () => {
  const world = await mappedMonth();
  const name = `models/${"long-".repeat(20)}name`;
  world.sandbox.store.wavespeed.billings.change("w1", { access_key_name: name, updated_at: "2026-09-01T00:04:00Z" });
  await world.collectAt("2026-09-01T00:10:00Z");
  const shown = await world.spendbook("statement", "2026-08", "--offline", "--dry-run");
  expect(shown.stdout).toMatch(/No rule matches\n/);
  for (const line of shown.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(120);
  const json = await world.spendbook("statement", "2026-08", "--offline", "--dry-run", "--json");
  expect(JSON.parse(json.stdout).unmapped).toMatchObject([{ provider: "wavespeed", keyName: name, spend: "4.25" }]);
});
