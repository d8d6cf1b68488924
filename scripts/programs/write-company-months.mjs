// @ts-check
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSandbox } from "../../packages/sandbox/dist/index.js";
import { run } from "../../packages/spendbook/dist/main.js";

// The accounts are collected at the beginning of each month, as a schedule would, so that the last month can be proved.
const collections = ["2026-09-01T00:05:00Z", "2026-10-01T00:05:00Z", "2026-11-01T00:05:00Z"];

/** @typedef {{ stdout: import("node:stream").Writable, stderr: import("node:stream").Writable }} Output */

/**
 * Collects the made-up company, whose four providers answer on this machine, and runs commands on what came.
 *
 * @param {string} directory An empty folder, for the configuration, the ledger and the statements.
 * @param {readonly (readonly string[])[]} commands Such as `["statement", "2026-10"]`.
 * @param {Output} output
 * @param {(company: string) => void} [onStart]
 * @returns {Promise<number>} The exit code of the last command that did not end with 0.
 */
export async function writeCompanyMonths(directory, commands, output, onStart = () => {}) {
  const sandbox = await startSandbox({ now: "2026-08-01T00:05:00Z" });
  try {
    const { config, environment } = settingsOf(sandbox);
    await writeFile(join(directory, "spendbook.config.json"), `${JSON.stringify(config, null, 2)}\n`);
    const now = () => new Date(sandbox.now());
    const io = { directory, environment, ...output, now, signal: new AbortController().signal };
    onStart(sandbox.company.name);
    let code = 0;
    for (const instant of collections) {
      sandbox.advance(instant);
      code = (await run(["collect", "--quiet"], io)) || code;
    }
    for (const command of commands) code = (await run([...command], io)) || code;
    return code;
  } finally {
    await sandbox.close();
  }
}

/** @param {import("../../packages/sandbox/dist/index.js").Sandbox} sandbox */
function settingsOf({ urls, credentials }) {
  const { "prime-intellect": prime, neevcloud, flexprice, wavespeed } = credentials;
  /** @type {(provider: keyof typeof urls, account: string, key: string, more?: object) => object} */
  const account = (provider, name, key, more = {}) => ({
    ...{ provider, account: name, apiKey: `env:${key}`, ...more },
    baseUrl: urls[provider],
    maxRequestsPerSecond: 1000,
  });
  const accounts = [
    account("prime-intellect", "research", "PRIME_API_KEY", { teamId: prime.teamId }),
    account("neevcloud", "acme", "NEEV_API_TOKEN", { orgId: neevcloud.orgId }),
    account("flexprice", "acme", "FLEXPRICE_API_KEY", { walletIds: flexprice.walletIds }),
    account("wavespeed", "studio", "WAVESPEED_API_KEY"),
  ];
  const environment = {
    PRIME_API_KEY: prime.apiKey,
    NEEV_API_TOKEN: neevcloud.apiKey,
    FLEXPRICE_API_KEY: flexprice.apiKey,
    WAVESPEED_API_KEY: wavespeed.apiKey,
  };
  return { config: { timezone: "UTC", accounts }, environment };
}
