import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openLedger } from "@spendbook/ledger";
import type { Statement } from "@spendbook/normalizer";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { parse } from "csv-parse/sync";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type QuietCompany, quietCompany } from "./__fixtures__/quiet-company.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

const formats = ["--formats", "csv,json,html,hledger"];

/** Every file of a folder, by name. */
async function bytesOf(world: QuietCompany, ...path: string[]): Promise<Record<string, string>> {
  const directory = join(world.directory, ...path);
  const names = (await readdir(directory)).sort();
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), "base64")]));
  return Object.fromEntries(files);
}

async function linesOf(world: QuietCompany, ...path: string[]): Promise<Record<string, string>[]> {
  return parse(await readFile(join(world.directory, ...path)), { bom: true, columns: true });
}

/** Two months with a running resource over their edge, collected as a schedule would. */
async function collectTwoMonths(world: QuietCompany, ...args: string[]): Promise<void> {
  const { neev, wave, waveTopUp, prime, primeTopUp, collectAt } = world;
  neev("n1", 50_000_000, "2026-08-02T10:00:00Z");
  neev("n2", -1_500_001, "2026-08-31T23:59:59.999Z");
  waveTopUp("t1", 20, "2026-08-03T00:00:00Z");
  wave("w1", 0.25, "2026-08-10T00:00:00Z");
  primeTopUp("f1", 100);
  prime("p1", 4, "2026-08-30T00:00:00Z", "2026-09-01T00:00:00Z");
  await collectAt("2026-09-01T00:05:00Z", ...args);
  neev("n3", -2_000_000, "2026-09-15T00:00:00Z");
  wave("w2", 1.75, "2026-09-16T00:00:00Z");
  prime("p1", 10, "2026-08-30T00:00:00Z", "2026-09-04T00:00:00Z");
  await collectAt("2026-10-01T00:05:00Z", ...args);
}

describe.each(["SQLite", "PostgreSQL"])("closed months in %s", (engine) => {
  test("keep every byte, whatever is collected later; what comes late becomes adjustments that name what they correct", {
    timeout: 120_000,
  }, async () => {
    const world = await quietCompany();
    const at = engine === "SQLite" ? [] : ["--ledger", await server.createDatabase()];
    const build = async (month: string, out: string) => {
      const { code, stderr } = await world.spendbook(
        "statement",
        month,
        "--offline",
        "--quiet",
        "--out",
        out,
        ...formats,
        ...at,
      );
      expect([month, code, stderr]).toEqual([month, expect.any(Number), expect.any(String)]);
      return bytesOf(world, out, month);
    };
    await collectTwoMonths(world, ...at);
    for (const month of ["2026-08", "2026-09"])
      expect(await world.spendbook("close", month, ...at)).toMatchObject({ code: 0, stderr: "" });
    const [august, september] = [await build("2026-08", "first"), await build("2026-09", "first")];
    expect(Object.keys(september)).toContain("manifest.json");

    // A late row of August, a changed one of September, one that turned out a refund, and the running row goes on.
    world.neev("late", -123_456, "2026-08-20T12:00:00Z");
    world.sandbox.store.neevcloud.transactions.change("n3", { amount_micro_dollars: 2_500_000 });
    world.sandbox.store.wavespeed.billings.change("w2", { billing_type: "refund" });
    world.prime("p1", 16, "2026-08-30T00:00:00Z", "2026-10-02T00:00:00Z");
    world.wave("w3", 0.5, "2026-10-05T00:00:00Z");
    await world.collectAt("2026-11-01T00:05:00Z", ...at);

    expect(await build("2026-08", "again")).toEqual(august);
    expect(await build("2026-09", "again")).toEqual(september);

    await build("2026-10", "first");
    const october = await linesOf(world, "first", "2026-10", "statement-2026-10.csv");
    const corrections = october.filter(({ kind }) => kind === "adjustment");
    expect(corrections.map((line) => [line.record_id, line.amount, line.posted_at, line.description])).toEqual([
      [
        "neevcloud/acme/late#booked-2026-10",
        "-0.123456",
        "2026-10-01T00:00:00Z",
        "Correction of 2026-08: transaction late",
      ],
      ["neevcloud/acme/n3#corrected-2026-10", "-0.5", "2026-10-01T00:00:00Z", "Correction of 2026-09: transaction n3"],
      // The running row was 10 on 4 September and is 16 on 2 October: what accrued by month's end came too late.
      [
        expect.stringMatching(/^prime-intellect\/research\/p1#3\.2026-09#booked-2026-10$/),
        expect.stringMatching(/^-5\./),
        "2026-10-01T00:00:00Z",
        expect.stringMatching(/^Correction of 2026-09: /),
      ],
      [
        "wavespeed/studio/w2#reversed-2026-10",
        "1.75",
        "2026-10-01T00:00:00Z",
        "Correction of 2026-09: model/a (key studio)",
      ],
      [
        "wavespeed/studio/w2#booked-2026-10",
        "1.75",
        "2026-10-01T00:00:00Z",
        "Correction of 2026-09: model/a (key studio)",
      ],
    ]);

    // Closed or open, the months together give what the ledger holds.
    const months = ["2026-07", "2026-08", "2026-09", "2026-10"];
    const sumOf = async (out: string) => {
      const sums = new Map<string, bigint>();
      for (const month of months) {
        await build(month, out);
        for (const { provider = "", amount = "", record_id = "" } of await linesOf(
          world,
          out,
          month,
          `statement-${month}.csv`,
        ))
          if (!record_id.includes("inferred")) sums.set(provider, (sums.get(provider) ?? 0n) + nanos(amount));
      }
      return Object.fromEntries(sums);
    };
    const given = await sumOf("given");
    for (const month of ["2026-09", "2026-08"])
      expect(await world.spendbook("reopen", month, "--reason", "late rows", ...at)).toMatchObject({ code: 0 });
    expect(await sumOf("open")).toEqual(given);
    expect(given).toMatchObject({ neevcloud: 45_876_543_000n, "prime-intellect": -16_000_000_000n });

    // What was written while it was closed still verifies: the ledger only grew.
    const verified = await world.spendbook("verify", "first/2026-09", ...at);
    expect(verified).toMatchObject({ code: 0, stderr: "" });
    expect(verified.stdout).toMatch(
      /^2026-09 \(closed\) is verified: .*\nThe month was reopened at 2026-11-01T00:05:00\.000Z/,
    );
  });
});

function nanos(text: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(9, "0")}`);
}

describe("closing and reopening", () => {
  test("goes month by month, in one zone and on one basis, and says what to do instead", {
    timeout: 60_000,
  }, async () => {
    const world = await quietCompany();
    const refused = async (message: RegExp, ...args: string[]) => {
      const { code, stdout, stderr } = await world.spendbook(...args);
      expect([args.join(" "), code, stdout]).toEqual([args.join(" "), 2, ""]);
      expect(stderr).toMatch(/^spendbook: [^\n]+\n$/);
      expect(stderr).toMatch(message);
    };
    await collectTwoMonths(world);
    await refused(/2026-10 has not ended in UTC; collect and close it after 2026-11-01T00:00:00Z/, "close", "2026-10");
    await refused(/"2026-13" is not a month/, "close", "2026-13");
    await refused(/no month is closed; there is nothing to reopen/, "reopen", "2026-08", "--reason", "x");
    const first = await world.spendbook("close", "2026-08");
    expect(first.stdout).toMatch(/^2026-08 is closed \(UTC, posted basis\)\n {2}flexprice\/acme +statement 1\n/);
    const again = await world.spendbook("close", "2026-08");
    expect([again.code, again.stdout]).toEqual([0, first.stdout.replace("is closed", "is closed already")]);
    await refused(/2026-07 lies before 2026-08, which is closed, and is locked with it/, "close", "2026-07");
    await refused(
      /months are closed in UTC on the posted basis; close 2026-09 with --timezone UTC --basis posted/,
      ...["close", "2026-09", "--timezone", "Asia/Kolkata"],
    );
    await refused(/on the posted basis/, "close", "2026-09", "--basis", "incurred");
    await refused(
      /only the newest closed month can be reopened, which is 2026-08/,
      "reopen",
      "2026-09",
      "--reason",
      "x",
    );
    world.sandbox.advance("2026-11-01T00:05:00Z");
    await refused(/2026-08 is the newest closed one; close 2026-09 first/, "close", "2026-10");
    expect((await world.spendbook("close", "2026-09")).code).toBe(0);
    await refused(/which is 2026-09; reopen that first/, "reopen", "2026-08", "--reason", "x");

    // Another zone is another view, and says so; a month before the first closed one is as that closing knew it.
    const view = JSON.parse(
      (await world.spendbook("statement", "2026-08", "--offline", "--json", "--timezone", "Asia/Kolkata")).stdout,
    ) as Statement;
    expect([view.status, view.numbers, view.warnings.map(({ code }) => code)]).toEqual([
      "draft",
      [],
      expect.arrayContaining(["differs_from_closed_months"]),
    ]);
    const before = JSON.parse(
      (await world.spendbook("statement", "2026-07", "--offline", "--json")).stdout,
    ) as Statement;
    expect(before.warnings.map(({ code }) => code)).toContain("before_closed_months");
  });

  test("numbers statements without gaps, keeps a reopened month's number, and says why it was reopened", async () => {
    const world = await quietCompany();
    await collectTwoMonths(world);
    await world.spendbook("close", "2026-08");
    await world.spendbook("close", "2026-09");
    expect((await world.spendbook("reopen", "2026-09", "--reason", 'wrong "rows"')).code).toBe(0);
    world.neev("late", -1, "2026-09-20T00:00:00Z");
    await world.collectAt("2026-10-03T00:00:00Z");
    // The balance of the first of October did not know of the row.
    expect((await world.spendbook("close", "2026-09")).code).toBe(4);
    const closed = await world.spendbook("close", "2026-09", "--reason", "posted late");
    expect(closed.stdout).toMatch(/neevcloud\/acme +statement 2, revision 2\n/);
    const { stdout } = await world.spendbook("statement", "2026-09", "--offline", "--json");
    const { status, numbers, warnings, notice } = JSON.parse(stdout) as Statement;
    expect([status, notice]).toEqual(["closed", expect.stringMatching(/not a tax invoice/i)]);
    expect(numbers.map(({ provider, number, revision }) => [provider, number, revision])).toEqual([
      ["flexprice", 2, 2],
      ["neevcloud", 2, 2],
      ["prime-intellect", 2, 2],
      ["wavespeed", 2, 2],
    ]);
    expect(warnings.find(({ code }) => code === "month_reopened")?.message).toMatch(
      /reopened at 2026-10-01T00:05:00\.000Z: "wrong "rows""\.$/,
    );
    const summary = await world.spendbook("statement", "2026-09", "--offline");
    expect(summary.stdout).toMatch(/^Statement 2026-09 {2}CLOSED {2}\(UTC, posted basis; not a tax invoice\)\n/);
    expect(summary.stdout).toMatch(/\nStatement numbers: .*neevcloud\/acme 2, revision 2;/);
  });

  test("refuses what is broken, partial or collected too early, unless it is told why, which it keeps", {
    timeout: 60_000,
  }, async () => {
    const world = await quietCompany();
    world.neev("n1", 1_000_000, "2026-08-02T10:00:00Z");
    await world.collectAt("2026-08-31T12:00:00Z");
    world.sandbox.advance("2026-09-01T00:05:00Z");
    expect(await world.spendbook("close", "2026-08")).toMatchObject({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(
        /2026-08 is not closed: .* was last collected at 2026-08-31T12:00:00\.000Z, before the month ended at 2026-09-01T00:00:00Z; mend that, or close it with --reason "why"\n$/,
      ),
    });
    const fault = world.sandbox.setFault({ kind: "status", status: 401, provider: "wavespeed" });
    await world.spendbook("collect", "--quiet");
    expect(await world.spendbook("close", "2026-08")).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/answered 401/),
    });
    fault.remove();
    const wrong = world.sandbox.setFault({
      kind: "rewrite",
      provider: "neevcloud",
      when: ({ path }) => path.endsWith("/wallets"),
      rewrite: (body) => ({ ...(body as object), balance_micro_dollars: 7 }),
    });
    await world.spendbook("collect", "--quiet");
    wrong.remove();
    expect(await world.spendbook("close", "2026-08")).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/the wallet org_1 of neevcloud\/acme is broken/),
    });
    expect((await world.spendbook("close", "2026-08", "--reason", "the provider confirmed it")).code).toBe(0);
    const { stdout, code } = await world.spendbook("statement", "2026-08", "--offline", "--json", ...formats);
    expect(code).toBe(4);
    expect((JSON.parse(stdout) as Statement).warnings.map(({ message }) => message)).toContain(
      '2026-08 was closed with these words: "the provider confirmed it".',
    );
    expect(await readFile(join(world.directory, "statements/2026-08/manifest.json"), "utf8")).toContain(
      "the provider confirmed it",
    );
  });

  test("an open month begins with what the closed one ended with, and shows on what it rests", async () => {
    const world = await quietCompany();
    await collectTwoMonths(world);
    await world.spendbook("close", "2026-08");
    const read = async (month: string) =>
      (JSON.parse((await world.spendbook("statement", month, "--offline", "--json")).stdout) as Statement).wallets;
    const closed = await read("2026-08");
    for (const wallet of await read("2026-09")) {
      const before = closed.find((each) => each.wallet === wallet.wallet && each.provider === wallet.provider);
      if (before?.closing === null) continue;
      expect([wallet.provider, wallet.opening]).toEqual([wallet.provider, before?.closing]);
      expect([wallet.provider, wallet.openingEvidence?.method]).toEqual([wallet.provider, "closed-statement"]);
    }
  });

  test("an account that is configured later keeps its history before it, and one that is taken out stays", async () => {
    const world = await quietCompany();
    const [neev] = world.config.accounts.filter(({ provider }) => provider === "neevcloud");
    const all = [...world.config.accounts];
    world.config.accounts.splice(0, 4, ...all.filter((account) => account !== neev));
    await world.saveConfig();
    world.neev("n1", 1_000_000, "2026-08-02T10:00:00Z");
    await world.collectAt("2026-09-01T00:05:00Z");
    await world.spendbook("close", "2026-08");
    world.config.accounts.splice(0, 3, neev ?? {});
    await world.saveConfig();
    await world.collectAt("2026-10-01T00:05:00Z");
    const { stdout } = await world.spendbook("statement", "2026-09", "--offline", "--json");
    const { wallets } = JSON.parse(stdout) as Statement;
    expect(wallets.find(({ provider }) => provider === "neevcloud")).toMatchObject({ opening: "1", adjustments: "0" });
    expect(new Set(wallets.map(({ provider }) => provider)).size).toBe(4);
  });

  test("while a collection is under way a statement is made of what was there before it, and no month is closed", async () => {
    const world = await quietCompany();
    world.neev("n1", 1_000_000, "2026-08-02T10:00:00Z");
    await world.collectAt("2026-09-01T00:05:00Z");
    const ledger = await openLedger(join(world.directory, "spendbook.sqlite"), {
      clock: () => new Date("2026-09-01T01:00:00Z"),
    });
    const run = await ledger.beginRun({ provider: "neevcloud", account: "acme" });
    const body = JSON.stringify({ ...world.sandbox.store.neevcloud.transactions.list()[0], id: "n2" });
    const sha256 = "0".repeat(64);
    const endpoint = "GET /api/v1/orgs/{org_id}/wallets/transactions";
    const record = { wallet: "org_1", endpoint, sourceId: "n2", occurredAt: "2026-08-02T10:00:00Z", body, sha256 };
    await run.storePage({ records: [record] });
    const built = await world.spendbook("statement", "2026-08", "--offline", "--json", "--formats", "json");
    expect(built.code).toBe(3);
    const { wallets, warnings } = JSON.parse(built.stdout) as Statement;
    expect(wallets.find(({ provider }) => provider === "neevcloud")).toMatchObject({ topUps: "1", lines: 1 });
    expect(warnings.map(({ message }) => message)).toContain(
      "neevcloud/acme: a collection that began at 2026-09-01T01:00:00.000Z has not ended, and what it brought is left out; run again when it has.",
    );
    expect(await world.spendbook("close", "2026-08", "--reason", "now")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/a collection that began at .* has not ended/),
    });
    await run.finish({ status: "complete", reason: null, requests: 1, passes: 1 });
    await ledger.close();
    // The page that was in the way is read now, and is not what its hash says.
    expect(
      (await world.spendbook("statement", "2026-08", "--offline", "--json", "--formats", "json")).stdout,
    ).toContain('"topUps": "2"');
    expect((await world.spendbook("verify", "statements/2026-08")).stderr).toMatch(
      /record neevcloud\/acme\/n2 was changed/,
    );
  });

  test("a closed month whose records or meaning were changed is not given out as if nothing were", async () => {
    const world = await quietCompany();
    await collectTwoMonths(world);
    await world.spendbook("close", "2026-08");
    const ledger = join(world.directory, "spendbook.sqlite");
    const change = (sql: string) => {
      const client = new Libsql(ledger);
      client.exec(sql);
      client.close();
    };
    change(`UPDATE closing SET statement_sha256 = '${"0".repeat(64)}', version = '0.0.1'`);
    const other = await world.spendbook("statement", "2026-08", "--offline");
    expect([other.code, other.stdout]).toEqual([4, ""]);
    expect(other.stderr).toMatch(
      /2026-08 is closed with the statement 000000000000 of spendbook 0\.0\.1, and spendbook [^ ]+ makes another one .* of the same records: use that version, or reopen 2026-08 and close it again\n$/,
    );
    change("UPDATE revision SET sha256 = replace(sha256, substr(sha256, 1, 1), 'f') WHERE number = 1");
    expect((await world.spendbook("statement", "2026-08", "--offline")).stderr).toMatch(
      /the ledger's records of [a-z/-]+ are no longer those that it was closed with: restore the ledger from a copy/,
    );
    expect(await readdir(world.directory)).not.toContain("statements");
  });

  test("a closed month keeps the mapping that it was closed with", async () => {
    const world = await quietCompany();
    await collectTwoMonths(world);
    const mapping = (code: string) =>
      JSON.stringify({ rules: [{ match: { provider: "neevcloud" }, assign: { code, vendor: "Neev" } }] });
    await writeFile(join(world.directory, "mapping.json"), mapping("6100"));
    await writeFile(join(world.directory, "other.json"), mapping("9999"));
    const shown = await world.spendbook("statement", "2026-08", "--offline", "--dry-run", "--mapping", "mapping.json");
    expect([shown.code, shown.stderr]).toEqual([0, ""]);
    expect(shown.stdout).toMatch(/code 6100/);
    expect(await readdir(world.directory)).not.toContain("statements");
    expect((await world.spendbook("statement", "2026-08", "--offline", "--dry-run")).stderr).toMatch(
      /--dry-run shows what a mapping does; give one with --mapping FILE/,
    );
    expect((await world.spendbook("close", "2026-08", "--mapping", "mapping.json")).code).toBe(0);
    const { stdout } = await world.spendbook("statement", "2026-08", "--offline", "--json");
    expect((JSON.parse(stdout) as Statement).byCoding.map(({ code }) => code)).toContain("6100");
    // A format that needs more of a mapping than it has says so, and leaves what was written.
    const bill = await world.spendbook("statement", "2026-08", "--offline", "--formats", "xero-bill");
    expect([bill.code, bill.stderr]).toEqual([
      2,
      expect.stringMatching(/^spendbook: xero-bill needs a tax rate [^\n]+\n$/),
    ]);
    for (const command of ["statement", "close"]) {
      const refused = await world.spendbook(command, "2026-08", "--mapping", "other.json", "--quiet");
      expect([command, refused.code, refused.stderr]).toEqual([
        command,
        2,
        expect.stringMatching(/2026-08 is closed with another mapping/),
      ]);
    }
    expect((await world.spendbook("close", "2026-08", "--mapping", "mapping.json")).code).toBe(0);
    expect(await world.spendbook("verify", "statements/2026-08")).toMatchObject({ code: 0, stderr: "" });
  });
});
