// @ts-check
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../packages/sandbox/dist/index.js";
import { run } from "../packages/spendbook/dist/main.js";

// The statement of a made-up company whose four providers answer on this machine. Its accounts are collected at the
// beginning of each month, as a schedule would, so that the last month can be proved.
const month = "2026-10";
const collections = ["2026-09-01T00:05:00Z", "2026-10-01T00:05:00Z", "2026-11-01T00:05:00Z"];

const directory = fileURLToPath(new URL("../demo", import.meta.url));
await rm(directory, { recursive: true, force: true });
await mkdir(directory);

const sandbox = await startSandbox({ now: "2026-08-01T00:05:00Z" });
const { urls, credentials } = sandbox;
const { "prime-intellect": prime, neevcloud, flexprice, wavespeed } = credentials;
const common = { maxRequestsPerSecond: 1000 };
const config = {
  timezone: "UTC",
  accounts: [
    {
      provider: "prime-intellect",
      account: "research",
      apiKey: "env:PRIME_API_KEY",
      teamId: prime.teamId,
      baseUrl: urls["prime-intellect"],
      ...common,
    },
    {
      provider: "neevcloud",
      account: "acme",
      apiKey: "env:NEEV_API_TOKEN",
      orgId: neevcloud.orgId,
      baseUrl: urls.neevcloud,
      ...common,
    },
    {
      provider: "flexprice",
      account: "acme",
      apiKey: "env:FLEXPRICE_API_KEY",
      walletIds: flexprice.walletIds,
      baseUrl: urls.flexprice,
      ...common,
    },
    { provider: "wavespeed", account: "studio", apiKey: "env:WAVESPEED_API_KEY", baseUrl: urls.wavespeed, ...common },
  ],
};
await writeFile(join(directory, "spendbook.config.json"), `${JSON.stringify(config, null, 2)}\n`);

const io = {
  directory,
  environment: {
    PRIME_API_KEY: prime.apiKey,
    NEEV_API_TOKEN: neevcloud.apiKey,
    FLEXPRICE_API_KEY: flexprice.apiKey,
    WAVESPEED_API_KEY: wavespeed.apiKey,
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(sandbox.now()),
  signal: new AbortController().signal,
};

try {
  console.log(`Collecting ${sandbox.company.name}, a made-up company, from four billing APIs on this machine.\n`);
  for (const instant of collections) {
    sandbox.advance(instant);
    process.exitCode = (await run(["collect", "--quiet"], io)) || process.exitCode;
  }
  process.exitCode = (await run(["statement", month], io)) || process.exitCode;
} finally {
  await sandbox.close();
}

console.log(`The files are in ${join(directory, "statements", month)}
Open statement-${month}.xlsx first, or statement-${month}.html in a browser.

For your own accounts:
  npx -y pnpm@12.18.0 spendbook init        writes spendbook.config.json; keep the accounts you have
  npx -y pnpm@12.18.0 spendbook doctor      checks keys and addresses
  npx -y pnpm@12.18.0 spendbook statement   last month's statement, in statements/`);
