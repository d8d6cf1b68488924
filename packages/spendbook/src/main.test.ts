import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Statement, WalletStatement } from "@spendbook/normalizer";
import { companyTruth, createCompany, type WalletTruth } from "@spendbook/sandbox";
import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { type CommandWorld, commandWorld } from "./__fixtures__/command.js";

const company = createCompany();
// The team's wallet is the one that is configured; the key's personal wallet is another.
const months = ["2026-08", "2026-09", "2026-10"];

/** Collects at the beginning of every month, as a schedule would. */
async function collectMonthly({ sandbox, spendbook }: CommandWorld) {
  for (const month of ["2026-09", "2026-10", "2026-11"]) {
    sandbox.advance(`${month}-01T00:05:00Z`);
    expect(await spendbook("collect", "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  }
  sandbox.advance(sandbox.company.end);
}
const start = { company, now: "2026-08-01T00:05:00Z" };

/** Billionths in a decimal text, by whole-number arithmetic alone: no code of ours and no float has a part in it. */
function nanos(text: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (whole === "") throw new Error(`"${text}" is no decimal of at most nine places`);
  return BigInt(`${sign}${whole}${fraction.padEnd(9, "0")}`);
}
const sumOf = (texts: readonly string[]) => texts.reduce((total, text) => total + nanos(text), 0n);

const fields = [
  "topUps",
  "grants",
  "refunds",
  "usage",
  "expired",
  "fees",
  "adjustments",
  "unclassified",
  "spend",
] as const;

/** What the statement says of a wallet, beside what the company's own plan says. */
function expectTruth(wallet: WalletStatement, truth: WalletTruth) {
  for (const field of fields) {
    const said = wallet[field];
    // What a provider does not list is unknown, and the plan then has it elsewhere or not at all.
    if (said === null)
      expect([field, wallet.provider, truth[field]]).toEqual([field, wallet.provider, expect.anything()]);
    else expect([wallet.wallet, field, nanos(said)]).toEqual([wallet.wallet, field, nanos(truth[field])]);
  }
}

describe("the statement of the sandbox company", () => {
  test.each(months)("of %s has the plan's figures to the last digit, in JSON, CSV and XLSX alike", async (month) => {
    const world = await commandWorld(start);
    await collectMonthly(world);
    const { code, stdout, stderr } = await world.spendbook("statement", month, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const statement = JSON.parse(stdout) as Statement;
    const truths = companyTruth(company).filter((truth) => truth.month === month && truth.wallet !== "wal_personal");

    for (const truth of truths) {
      const wallet = statement.wallets.find((each) => each.wallet === truth.wallet);
      if (wallet === undefined) throw new Error(`${truth.wallet} is missing`);
      expectTruth(wallet, truth);
    }

    const directory = join(world.directory, "statements", month);
    const csv = parse(await readFile(join(directory, `statement-${month}.csv`)), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(directory, `statement-${month}.xlsx`));
    const sheet = workbook.getWorksheet("Transactions");
    if (sheet === undefined) throw new Error("there is no sheet Transactions");
    const header = Array.from({ length: sheet.columnCount }, (_, column) => sheet.getRow(1).getCell(column + 1).text);
    const rows: string[][] = [];
    sheet.eachRow((row, number) => {
      if (number > 1) rows.push(header.map((_, column) => row.getCell(column + 1).text));
    });
    const cell = (row: string[], name: string) => row[header.indexOf(name)] ?? "";

    expect(JSON.parse(await readFile(join(directory, `statement-${month}.json`), "utf8"))).toEqual(statement);
    for (const wallet of statement.wallets) {
      const ofWallet = (line: (name: string) => string) =>
        line("wallet") === wallet.wallet &&
        line("provider") === wallet.provider &&
        line("currency") === wallet.currency;
      const inCsv = csv.filter((line) => ofWallet((name) => line[name] ?? ""));
      const inXlsx = rows.filter((row) => ofWallet((name) => cell(row, name)));
      expect([inCsv.length, inXlsx.length]).toEqual([wallet.lines, wallet.lines]);
      const total = sumOf(
        [
          wallet.topUps,
          wallet.grants,
          wallet.refunds,
          wallet.usage,
          wallet.expired,
          wallet.fees,
          wallet.adjustments,
          wallet.unclassified,
        ].map((text) => text ?? "0"),
      );
      expect([wallet.wallet, sumOf(inCsv.map((line) => line.amount || "0"))]).toEqual([wallet.wallet, total]);
      expect([
        wallet.wallet,
        sumOf(inXlsx.map((row) => cell(row, "amount_exact") || plain(cell(row, "amount")) || "0")),
      ]).toEqual([wallet.wallet, total]);
      if (wallet.opening !== null && wallet.closing !== null)
        expect(nanos(wallet.opening) + total + nanos(wallet.unexplained ?? "0")).toBe(nanos(wallet.closing));
    }
    const spend = (list: readonly { currency: string; spend: string | null }[], currency: string) =>
      sumOf(list.filter((each) => each.currency === currency).map((each) => each.spend ?? "0"));
    for (const { currency } of statement.totals) {
      expect(spend(statement.byService, currency)).toBe(spend(statement.totals, currency));
      expect(spend(statement.byDay, currency)).toBe(spend(statement.totals, currency));
      expect(spend(statement.wallets, currency)).toBe(spend(statement.totals, currency));
    }
  });

  test("ties to the wallet: every full ledger is proved, or explained where the rates differ", async () => {
    const world = await commandWorld(start);
    await collectMonthly(world);
    const { stdout } = await world.spendbook("statement", "2026-10", "--json", "--offline");
    const { wallets } = JSON.parse(stdout) as Statement;
    expect(
      wallets.map(({ provider, completeness, verdict }) => `${provider} ${completeness} ${verdict}`).sort(),
    ).toEqual([
      "flexprice full-ledger explained",
      "flexprice full-ledger proved",
      "flexprice full-ledger proved",
      "neevcloud full-ledger proved",
      "prime-intellect usage-only explained",
      "wavespeed full-ledger proved",
    ]);
    for (const wallet of wallets) {
      const truth = companyTruth(company).find((each) => each.month === "2026-10" && each.wallet === wallet.wallet);
      if (wallet.verdict === "proved" && truth && wallet.closing !== null)
        expect([wallet.wallet, nanos(wallet.closing)]).toEqual([wallet.wallet, nanos(truth.closing)]);
    }
  });

  test("is the same, byte for byte, however often it is built from the same ledger", async () => {
    const world = await commandWorld({ company });
    await world.spendbook("collect", "--quiet");
    const build = async (out: string) => {
      await world.spendbook("statement", "2026-10", "--offline", "--quiet", "--out", out);
      const directory = join(world.directory, out, "2026-10");
      const names = (await readdir(directory)).sort();
      return Promise.all(names.map(async (name) => `${name} ${sha256(await readFile(join(directory, name)))}`));
    };
    const first = await build("one");
    expect(first.map((line) => line.split(" ")[0])).toEqual([
      "manifest.json",
      "statement-2026-10.csv",
      "statement-2026-10.html",
      "statement-2026-10.json",
      "statement-2026-10.xlsx",
      "summary-2026-10.csv",
    ]);
    expect(await build("two")).toEqual(first);
    const manifest = JSON.parse(await readFile(join(world.directory, "one/2026-10/manifest.json"), "utf8")) as {
      files: { name: string; sha256: string }[];
    };
    for (const { name, sha256: hash } of manifest.files) expect(first).toContain(`${name} ${hash}`);
  });

  test("prints a summary for people, which JSON and quiet leave out", async () => {
    const world = await commandWorld({ company });
    const { code, stdout, stderr } = await world.spendbook("statement", "2026-10");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Statement 2026-10 {2}\(UTC, posted basis; not a tax invoice\)\n/);
    expect(stdout).toMatch(/neevcloud\/acme +org_acme .*proved, full-ledger/);
    expect(stdout).toContain("In statements/2026-10:\n  statement-2026-10.csv\n");
    expect((await world.spendbook("statement", "2026-10", "--offline", "--quiet")).stdout).toBe("");
    expect(() => JSON.parse(stdout)).toThrow();
  });

  test("in another time zone and by charge period moves lines over the month's edge, and loses none", async () => {
    const world = await commandWorld({ company });
    await world.spendbook("collect", "--quiet");
    const linesOf = async (...args: string[]) => {
      const counts = await Promise.all(
        ["2026-07", ...months, "2026-11"].map(async (month) => {
          const { stdout } = await world.spendbook("statement", month, "--offline", "--json", ...args);
          const { wallets } = JSON.parse(stdout) as Statement;
          return wallets.filter(({ provider }) => provider !== "prime-intellect").map(({ lines }) => lines);
        }),
      );
      return counts.flat().reduce((sum, lines) => sum + lines, 0);
    };
    const all = await linesOf();
    expect(await linesOf("--timezone", "Asia/Kolkata")).toBe(all);
    expect(await linesOf("--timezone", "Pacific/Kiritimati")).toBe(all);
    expect(await linesOf("--basis", "incurred")).toBe(all);
  });
});

describe("what goes wrong is said in one line, with its exit code, and stops nobody else", () => {
  const oneLine = (text: string) => expect(text).toMatch(/^spendbook: [^\n]+\n$/);

  test.each([
    ["statement 2026-13", 2, /"2026-13" is not a month/],
    ["statement October", 2, /"October" is not a month/],
    ["statement 2027-01", 2, /2027-01 has not begun/],
    ["statement 2026-10 --timezone Mars/Olympus", 2, /Mars\/Olympus/],
    ["statement --config none.json", 2, /none\.json: expected a configuration file; there is none/],
    ["statment", 2, /there is no command statment/],
  ])("%s", async (line, code, message) => {
    const world = await commandWorld({ company });
    const result = await world.spendbook(...line.split(" "));
    expect([result.code, result.stdout]).toEqual([code, ""]);
    oneLine(result.stderr);
    expect(result.stderr).toMatch(message);
    expect(world.sandbox.requests).toEqual([]);
  });

  test("no configuration and no variables", async () => {
    const world = await commandWorld({ company });
    const { spendbook } = await commandWorldWithoutConfig(world);
    const result = await spendbook("statement", "2026-10");
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(
      /^spendbook: spendbook\.config\.json: there is no configuration; write one with spendbook init/,
    );
  });

  test("a variable that is not set is named before anything is sent", async () => {
    const world = await commandWorld({ company });
    delete world.environment.NEEV_API_TOKEN;
    const result = await world.spendbook("statement", "2026-10");
    expect([result.code, result.stderr]).toEqual([
      2,
      "spendbook: env:NEEV_API_TOKEN: expected the environment variable NEEV_API_TOKEN to be set\n",
    ]);
    expect(world.sandbox.requests).toEqual([]);
  });

  test.each([
    [
      "a wrong key",
      (world: CommandWorld) => {
        world.environment.NEEV_API_TOKEN = "wrong";
      },
      /answered 401/,
    ],
    [
      "an unreachable host",
      (world: CommandWorld) => {
        (world.config.accounts[1] as { baseUrl: string }).baseUrl = "http://127.0.0.1:1/billing";
      },
      /cannot reach 127\.0\.0\.1:1/,
    ],
    [
      "a wrong address",
      (world: CommandWorld) => {
        (world.config.accounts[1] as { baseUrl: string }).baseUrl = `${world.sandbox.urls.neevcloud}/v9`;
      },
      /answered 404/,
    ],
    [
      "a malformed body",
      (world: CommandWorld) => {
        world.sandbox.setFault({ kind: "malformed-json", provider: "neevcloud" });
      },
      /is not UTF-8 JSON/,
    ],
    [
      "another body than documented",
      (world: CommandWorld) => {
        world.sandbox.setFault({ kind: "rewrite", provider: "neevcloud", rewrite: () => ({ hello: 1 }) });
      },
      /has no list of records at transactions/,
    ],
  ])(
    "%s makes its account partial and INCOMPLETE, the others are complete",
    { timeout: 60_000 },
    async (_name, breakIt, message) => {
      const world = await commandWorld({ company });
      breakIt(world);
      await world.saveConfig();
      const { code, stdout, stderr } = await world.spendbook("statement", "2026-10", "--json");
      expect(code).toBe(3);
      expect(stderr).toMatch(/^(spendbook: neevcloud\/acme: [^\n]+\n){1,2}$/);
      expect(stderr).toMatch(message);
      const { wallets, warnings } = JSON.parse(stdout) as Statement;
      const incomplete = warnings.filter((warning) => warning.code === "account_incomplete");
      expect(incomplete).toEqual([
        { code: "account_incomplete", account: "neevcloud/acme", message: expect.stringMatching(message) },
      ]);
      expect(
        wallets.filter(({ provider }) => provider !== "neevcloud").map(({ completeness }) => completeness),
      ).not.toContain("partial");
      expect(wallets.filter(({ provider }) => provider === "wavespeed").map(({ verdict }) => verdict)).toEqual([
        "proved",
      ]);
      const directory = join(world.directory, "statements", "2026-10");
      expect(await readFile(join(directory, "INCOMPLETE.txt"), "utf8")).toMatch(message);
      expect(JSON.stringify(JSON.parse(stdout))).not.toContain(world.environment.WAVESPEED_API_KEY);
    },
  );

  test("a statement that has become complete loses its INCOMPLETE mark", { timeout: 60_000 }, async () => {
    const world = await commandWorld({ company });
    const fault = world.sandbox.setFault({ kind: "status", status: 401, provider: "wavespeed" });
    expect((await world.spendbook("statement", "2026-10", "--quiet")).code).toBe(3);
    fault.remove();
    expect((await world.spendbook("statement", "2026-10", "--quiet")).code).toBe(0);
    expect(await readdir(join(world.directory, "statements", "2026-10"))).not.toContain("INCOMPLETE.txt");
  });

  test("a balance that disagrees with the records breaks the wallet: exit code 4, the difference printed", async () => {
    const world = await commandWorld({ company });
    world.sandbox.setFault({
      kind: "rewrite",
      provider: "neevcloud",
      when: ({ path }) => path.endsWith("/wallets"),
      rewrite: (body) => ({ ...(body as object), balance_micro_dollars: 1 }),
    });
    const { code, stdout } = await world.spendbook("statement", "2026-10", "--json");
    expect(code).toBe(4);
    const wallet = (JSON.parse(stdout) as Statement).wallets.find(({ provider }) => provider === "neevcloud");
    expect(wallet).toMatchObject({ verdict: "broken" });
    expect(wallet?.notes.join()).toMatch(/the difference is/);
  });

  test("an account that never answered is named on an offline statement", async () => {
    const world = await commandWorld({ company });
    const { code, stdout } = await world.spendbook("statement", "2026-10", "--offline", "--json");
    expect(code).toBe(3);
    expect((JSON.parse(stdout) as Statement).warnings).toHaveLength(4);
  });
});

describe("the other commands", () => {
  test("doctor says a line for each account", async () => {
    const world = await commandWorld({ company });
    world.environment.FLEXPRICE_API_KEY = "wrong";
    const { code, stdout } = await world.spendbook("doctor");
    expect(code).toBe(3);
    expect(stdout).toMatch(/^configuration +ok {2}4 accounts, time zone UTC\nprime-intellect\/research +ok\n/);
    expect(stdout).toMatch(/\nflexprice\/acme +Flexprice: .*answered 401.*\nwavespeed\/studio +ok\n$/);
  });

  test("collect tells what it read, and reads little when there is nothing new", async () => {
    const world = await commandWorld({ company });
    expect((await world.spendbook("collect")).stdout).toMatch(
      /^prime-intellect\/research +complete {2}[\d,]+ records read in \d+ requests\n/,
    );
    const before = world.sandbox.requests.length;
    expect((await world.spendbook("collect")).code).toBe(0);
    expect(world.sandbox.requests.length - before).toBeLessThan(35);
  });

  test("init writes a configuration that doctor understands, once", async () => {
    const world = await commandWorldWithoutConfig(await commandWorld({ company }));
    const first = await world.spendbook("init");
    expect([first.code, first.stderr]).toEqual([0, ""]);
    const second = await world.spendbook("init");
    expect([second.code, second.stderr]).toEqual([
      2,
      "spendbook: spendbook.config.json: exists already; edit it, or move it away\n",
    ]);
    const doctor = await world.spendbook("doctor");
    expect(doctor.stdout).toMatch(/env:PRIME_API_KEY: expected the environment variable/);
  });

  test("the environment alone is enough, also from a .env file", async () => {
    const world = await commandWorldWithoutConfig(await commandWorld({ company }));
    const { urls, credentials } = world.sandbox;
    await writeFile(
      join(world.directory, ".env"),
      `WAVESPEED_API_KEY=${credentials.wavespeed.apiKey}\nWAVESPEED_BASE_URL=${urls.wavespeed}\n`,
    );
    const { code, stdout } = await world.spendbook("statement", "2026-10", "--json");
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Statement).wallets).toMatchObject([{ provider: "wavespeed", account: "default" }]);
  });
});

/** The same world in an empty folder and with an empty environment. */
async function commandWorldWithoutConfig(world: CommandWorld): Promise<CommandWorld> {
  const { rm } = await import("node:fs/promises");
  await rm(join(world.directory, "spendbook.config.json"));
  for (const name of Object.keys(world.environment)) delete world.environment[name];
  return world;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The shortest decimal text of a number, without exponent. */
function plain(text: string): string {
  return text === "" || !/e/.test(text)
    ? text
    : Number(text)
        .toFixed(12)
        .replace(/\.?0+$/, "");
}
