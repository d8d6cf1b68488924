import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import Libsql from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { type QuietCompany, quietCompany } from "./__fixtures__/quiet-company.js";
import { formats } from "./output/formats.js";
import { verifyStatement } from "./verify/verify-statement.js";

/** A company with one month collected and written in every kind of file: text, JSON, HTML, a workbook. */
async function writtenMonth(microDollarsBefore = 0): Promise<QuietCompany> {
  const world = await quietCompany();
  if (microDollarsBefore !== 0) world.neev("n0", microDollarsBefore, "2026-07-15T00:00:00Z");
  world.neev("n1", 50_000_000, "2026-08-02T10:00:00Z");
  world.neev("n2", -1_500_001, "2026-08-31T23:59:59.999Z");
  world.waveTopUp("t1", 20, "2026-08-03T00:00:00Z");
  world.wave("w1", 0.25, "2026-08-10T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  const formats = ["--formats", "csv,xlsx,html,json,hledger,ledger,beancount,focus-1.2"];
  const { code, stderr } = await world.spendbook("statement", "2026-08", "--offline", "--quiet", ...formats);
  expect([code, stderr]).toEqual([0, ""]);
  return world;
}

const folder = "statements/2026-08";

async function expectDiffers(world: QuietCompany, message: RegExp) {
  const { code, stdout, stderr } = await world.spendbook("verify", folder);
  expect([code, stdout]).toEqual([4, ""]);
  expect(stderr).toMatch(/^spendbook: [^\n]+\n$/);
  expect(stderr).toMatch(message);
}

/** The month in every format, with a mapping and a rate, and incomplete for want of an account; closed or not. */
async function monthInEveryFormat(status: "draft" | "closed"): Promise<QuietCompany> {
  // What it held before gives the journals their opening files.
  const world = await writtenMonth(7_000_000);
  // A character that broken bytes are shown as: no other bytes may be taken for it.
  const assign = { code: "6310", taxTreatment: "Reverse Charge Expenses (20%)", vendor: "Neev \ufffd" };
  const functional = { currency: "EUR", policy: "first-in-first-out" };
  await writeFile(
    join(world.directory, "mapping.json"),
    JSON.stringify({ functional, rules: [{ match: {}, assign }] }),
  );
  await writeFile(join(world.directory, "rates.csv"), "date,pair,rate,source\n2026-08-02,USD/EUR,0.9,ECB\n");
  Object.assign(world.config, { mapping: "mapping.json", rates: "rates.csv", csv: { delimiter: ";", decimal: "," } });
  await world.saveConfig();
  world.sandbox.setFault({ provider: "flexprice", kind: "status", status: 401 });
  expect((await world.spendbook("collect", "--quiet")).code).toBe(3);
  if (status === "closed")
    expect(await world.spendbook("close", "2026-08", "--reason", "the key has expired")).toMatchObject({ code: 0 });
  const args = ["statement", "2026-08", "--offline", "--quiet", "--formats", formats.join(",")];
  expect((await world.spendbook(...args)).code).toBe(3);
  return world;
}

/** Changes that leave the other bytes as they are: one bit at either end and between, one byte fewer, one more. */
function* changesOf(bytes: Buffer): Generator<Buffer> {
  const last = bytes.length - 1;
  const places = [0, Math.floor(last / 3), Math.floor((last * 2) / 3), last];
  for (const [index, place] of new Set(places.filter((each) => each >= 0 && each <= last)).entries()) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ (1 << (index % 8));
    yield changed;
  }
  if (bytes.length > 0) yield bytes.subarray(0, -1);
  yield Buffer.concat([bytes, Buffer.of(10)]);
}

test.each(["draft", "closed"] as const)(
  "one changed byte in any file of a %s month, in every format, fails and is named",
  { timeout: 120_000 },
  async (status) => {
    const world = await monthInEveryFormat(status);
    const { stdout } = await world.spendbook("verify", folder);
    expect(stdout).toMatch(`2026-08 (${status}) is verified: `);
    const names = await readdir(join(world.directory, folder));
    const expected = [
      "INCOMPLETE.txt",
      "manifest.json",
      "left-out",
      "opening",
      "neevcloud.parquet",
      "wavespeed.parquet",
    ];
    for (const part of expected) expect(names).toContainEqual(expect.stringContaining(part));
    expect(names.length).toBeGreaterThan(formats.length);
    const ledger = await openLedger<ProviderId>(join(world.directory, "spendbook.sqlite"));
    onTestFinished(() => ledger.close());
    // What the command does, without opening the ledger each time.
    const refusal = () => ledger.read((view) => verifyStatement(view, join(world.directory, folder)));
    for (const name of names) {
      const path = join(world.directory, folder, name);
      const bytes = await readFile(path);
      const message =
        name === "manifest.json" ? /manifest\.json is not what was written/ : new RegExp(`${name} (was changed|has)`);
      for (const changed of changesOf(bytes)) {
        await writeFile(path, changed);
        await expect(refusal()).rejects.toMatchObject({ exitCode: 4, message: expect.stringMatching(message) });
      }
      await expectDiffers(world, message);
      await rm(path);
      await expect(refusal()).rejects.toThrow(new RegExp(`${name} cannot be read`));
      await writeFile(path, bytes);
    }
    expect((await world.spendbook("verify", folder)).code).toBe(0);
  },
);

test("bytes that only look like the manifest's are not its bytes", async () => {
  const world = await monthInEveryFormat("draft");
  const path = join(world.directory, folder, "manifest.json");
  const bytes = await readFile(path);
  // F0 BF BD is broken, and shown as the one character that EF BF BD is.
  const place = bytes.indexOf(Buffer.from("\ufffd"));
  expect(place).toBeGreaterThan(0);
  bytes[place] = 0xf0;
  expect(bytes.toString()).toBe(await readFile(path, "utf8"));
  await writeFile(path, bytes);
  await expectDiffers(world, /manifest\.json is not what was written/);
});

test("a forger who mends the manifest's own digest is found out by the ledger", async () => {
  const world = await writtenMonth();
  const path = join(world.directory, folder, "manifest.json");
  const original = await readFile(path, "utf8");
  const forge = async (change: (manifest: Record<string, never>) => void) => {
    const { sha256: _, ...manifest } = JSON.parse(original);
    change(manifest);
    const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
    const sha256 = createHash("sha256").update(print(manifest)).digest("hex");
    await writeFile(path, print({ ...manifest, sha256 }));
  };
  const anything = (value: unknown) => value as { [key: string]: never };
  await forge((manifest) => {
    anything(manifest.evidence)[0] = { verdict: "proved" } as never;
  });
  await expectDiffers(world, /manifest\.json differs at evidence\[0\]/);
  await forge((manifest) => {
    anything(manifest.statement).sha256 = "0".repeat(64) as never;
  });
  await expectDiffers(world, /the ledger gives another statement/);
  await forge((manifest) => {
    anything(manifest.records).root = "0".repeat(64) as never;
  });
  await expectDiffers(world, /the root over the accounts' records differs/);
  await forge((manifest) => {
    anything(manifest.policy).basis = "incurred" as never;
  });
  await expectDiffers(world, /the first difference is basis, "posted" there and "incurred" from the ledger/);
  await forge((manifest) => {
    anything(manifest.statement).status = "closed" as never;
    anything(manifest.policy).status = "closed" as never;
  });
  await expectDiffers(world, /the first difference is status/);
  // A figure changed in the statement and everywhere beside it.
  const json = join(world.directory, folder, "statement-2026-08.json");
  const changed = (await readFile(json, "utf8")).replace('"usage": "-0.25"', '"usage": "-0.26"');
  await writeFile(json, changed);
  await forge((manifest) => {
    const files = anything(manifest.files) as unknown as { name: string; bytes: number; sha256: string }[];
    for (const file of files)
      if (file.name === "statement-2026-08.json") {
        file.bytes = Buffer.byteLength(changed);
        file.sha256 = createHash("sha256").update(changed).digest("hex");
      }
  });
  await expectDiffers(world, /statement-2026-08\.json written again from the ledger is another file/);
});

test("what was written of an open month still verifies when the ledger has moved on", async () => {
  const world = await writtenMonth();
  world.neev("late", -7, "2026-08-15T00:00:00Z");
  world.sandbox.store.neevcloud.transactions.change("n2", { amount_micro_dollars: 9 });
  await world.collectAt("2026-10-01T00:05:00Z");
  expect(await world.spendbook("verify", folder)).toMatchObject({ code: 0, stderr: "" });
  expect((await world.spendbook("close", "2026-08", "--reason", "test")).code).toBe(0);
  expect(await world.spendbook("verify", folder, "--json")).toMatchObject({ code: 0 });
});

test("a record or balance that was changed in the ledger is named, and another ledger is recognised", async () => {
  const world = await writtenMonth();
  const change = (sql: string) => {
    const client = new Libsql(join(world.directory, "spendbook.sqlite"));
    client.exec(sql);
    client.close();
  };
  change("UPDATE revision SET body = replace(body, '1500001', '1500002')");
  await expectDiffers(world, /the ledger's record neevcloud\/acme\/n2 was changed: state 1 is not what its sha256/);
  change("UPDATE revision SET body = replace(body, '1500002', '1500001')");
  change("UPDATE snapshot SET body = replace(body, '48499999', '48499998')");
  await expectDiffers(world, /the ledger's balance of neevcloud\/acme org_1 at 2026-09-01T00:05:00\.000Z was changed/);
  change("UPDATE snapshot SET body = replace(body, '48499998', '48499999')");
  expect((await world.spendbook("verify", folder)).code).toBe(0);
  const other = await world.spendbook("verify", folder, "--ledger", "other.sqlite");
  expect([other.code, other.stderr]).toEqual([4, expect.stringMatching(/has no collection run 1 of .*is it the one/)]);
  expect((await world.spendbook("verify", "nowhere")).stderr).toMatch(/nowhere\/manifest\.json cannot be read/);
});
