import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { companyTruth, sandboxEnvironment, startSandbox } from "../packages/sandbox/dist/index.js";
import { installTarballs } from "./programs/install-tarballs.mjs";
import { packPackages } from "./programs/pack-packages.mjs";
import { runProgram, succeed } from "./programs/run-program.mjs";
import { serveFourWallets } from "./programs/serve-four-wallets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const month = "2026-10";

/** @type {string} */
let folder;
/** @type {string[]} */
let names;
/** @type {Awaited<ReturnType<typeof installTarballs>>} */
let installed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-installed-"));
  for (const name of ["packed", "machine"]) await mkdir(join(folder, name));
  const packed = await packPackages(root, join(folder, "packed"));
  names = packed.map(({ name }) => name);
  const tarballs = packed.map(({ tarball }) => tarball);
  installed = await installTarballs(join(folder, "machine"), tarballs);
});
afterAll(() => rm(folder, { recursive: true }));

/** The command as it was installed: npx may not fetch another. @param {...string} args */
const spendbook = (...args) => runProgram("npx", ["--no", "--", "spendbook", ...args], installed);

/** @param {string} file */
const readInstalled = (file) => readFile(join(installed.cwd, file));

test("npm installs every package once, and none of what comes along wants to run a script", async () => {
  /** @type {{ packages: Record<string, { version: string, hasInstallScript?: boolean, resolved?: string }> }} */
  const { packages } = JSON.parse(await readFile(join(installed.cwd, "package-lock.json"), "utf8"));
  const places = Object.keys(packages);
  expect(places.filter((place) => packages[place]?.hasInstallScript)).toEqual([]);
  const own = places.filter((place) => /node_modules\/(@spendbook\/[^/]+|spendbook)$/.test(place)).sort();
  expect(own).toEqual(names.map((name) => `node_modules/${name}`).sort());
  for (const place of own) expect(packages[place]?.resolved).toMatch(/^file:.*\.tgz$/);
});

test("a program that installs the packages goes the whole way of the data with them", async () => {
  const server = await serveFourWallets();
  try {
    await copyFile(new URL("programs/use-packages.mjs", import.meta.url), join(installed.cwd, "use-packages.mjs"));
    const printed = JSON.parse(await succeed(process.execPath, ["use-packages.mjs", server.url], installed));
    expect(printed).toMatchObject({ exact: [0.1], prime: 12.34, flexprice: "1.000000001", wavespeed: 0.5 });
    expect(printed.wallets).toMatchObject([
      { wallet: "org_1", opening: "0", topUps: "10", usage: "-0.35", closing: "9.65", verdict: "proved", lines: 2 },
    ]);
  } finally {
    server.close();
  }
  const workbook = await readInstalled("statement.xlsx");
  expect(workbook.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(workbook.length).toBeGreaterThan(5000);
  const csv = (await readInstalled("statement.csv")).toString("utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`"'=T4, 1 hour"`);
});

test("npx spendbook says its version and its options", async () => {
  const { version } = JSON.parse((await readInstalled("node_modules/spendbook/package.json")).toString("utf8"));
  expect(await spendbook("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await spendbook("--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("spendbook statement [YYYY-MM]");
});

test("npx spendbook without its configuration says so in one line, and prints nothing else", async () => {
  const { code, stdout, stderr } = await spendbook("statement", month, "--json", "--config", "missing.json");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^spendbook: .*missing\.json.*\n$/);
});

describe("npx spendbook statement for the made-up company", () => {
  /** @type {import("../packages/sandbox/dist/index.js").Sandbox} */
  let sandbox;
  /** @type {Awaited<ReturnType<typeof runProgram>>} */
  let result;
  const options = ["--json", "--config", "company.json", "--ledger", "company.sqlite"];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { PRIME_API_KEY, NEEV_API_TOKEN, FLEXPRICE_API_KEY, WAVESPEED_API_KEY } = sandboxEnvironment(sandbox);
    Object.assign(installed.env, { PRIME_API_KEY, NEEV_API_TOKEN, FLEXPRICE_API_KEY, WAVESPEED_API_KEY });
    await writeFile(join(installed.cwd, "company.json"), JSON.stringify(configure(sandbox)));
    result = await spendbook("statement", month, ...options, "--out", "statements");
  });
  afterAll(() => sandbox.close());

  test("ends well, with the statement as JSON and nothing else on standard output", async () => {
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toMatchObject({ schemaVersion: 1, month, timezone: "UTC", basis: "posted" });
    const written = await readInstalled(`statements/${month}/statement-${month}.json`);
    expect(JSON.parse(result.stdout)).toEqual(JSON.parse(written.toString("utf8")));
  });

  test("writes the files whose sizes and sha256 its manifest states, and no others", async () => {
    const directory = `statements/${month}`;
    const manifest = JSON.parse((await readInstalled(`${directory}/manifest.json`)).toString("utf8"));
    /** @type {string[]} */
    const listed = manifest.files.map((/** @type {{ name: string }} */ { name }) => name);
    expect([...listed, "manifest.json"].sort()).toEqual((await readdir(join(installed.cwd, directory))).sort());
    expect(listed).toEqual(expect.arrayContaining([`statement-${month}.csv`, `statement-${month}.xlsx`]));
    for (const { name, bytes, sha256 } of manifest.files) {
      const file = await readInstalled(`${directory}/${name}`);
      expect(file.length).toBe(bytes);
      expect(createHash("sha256").update(file).digest("hex")).toBe(sha256);
    }
  });

  test("states every wallet's spend as the company's own books have it", () => {
    /** @typedef {{ provider: string, wallet: string, currency: string, spend: string }} Wallet */
    /** @type {{ wallets: Wallet[] }} */
    const { wallets } = JSON.parse(result.stdout);
    const key = (/** @type {Wallet} */ { provider, wallet, currency, spend }) =>
      [provider, wallet, currency, spend].join(" ");
    // The configuration asks for the team's wallet, not for the personal one.
    const truth = companyTruth(sandbox.company).filter((one) => one.month === month && one.wallet !== "wal_personal");
    expect(wallets.map(key).sort()).toEqual(truth.map(key).sort());
  });

  test("writes the same bytes again from the ledger alone", async () => {
    const again = await spendbook("statement", month, ...options, "--offline", "--out", "again");
    expect(again).toMatchObject({ code: 0, stdout: result.stdout });
    for (const name of await readdir(join(installed.cwd, "statements", month)))
      expect(await readInstalled(`again/${month}/${name}`)).toEqual(await readInstalled(`statements/${month}/${name}`));
  });
});

/** @param {import("../packages/sandbox/dist/index.js").Sandbox} sandbox */
function configure({ urls, credentials }) {
  const account = (
    /** @type {keyof typeof urls} */ provider,
    /** @type {string} */ apiKey,
    /** @type {object} */ ids,
  ) => ({
    ...{ provider, account: "acme", apiKey, baseUrl: urls[provider], maxRequestsPerSecond: 1000 },
    ...ids,
  });
  return {
    timezone: "UTC",
    accounts: [
      account("prime-intellect", "env:PRIME_API_KEY", { teamId: credentials["prime-intellect"].teamId }),
      account("neevcloud", "env:NEEV_API_TOKEN", { orgId: credentials.neevcloud.orgId }),
      account("flexprice", "env:FLEXPRICE_API_KEY", { walletIds: credentials.flexprice.walletIds }),
      account("wavespeed", "env:WAVESPEED_API_KEY", {}),
    ],
  };
}
