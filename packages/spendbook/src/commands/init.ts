import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configFileName } from "../config/load-config.js";
import type { Io } from "../io.js";
import { ConfigError, type ExitCode, exitCode } from "../spendbook-error.js";
import { version } from "../version.js";

const starter = {
  $schema: `https://unpkg.com/spendbook@${version()}/spendbook.config.schema.json`,
  timezone: "UTC",
  accounts: [
    { provider: "prime-intellect", account: "research", apiKey: "env:PRIME_API_KEY", teamId: "team_1" },
    { provider: "neevcloud", account: "acme", apiKey: "env:NEEV_API_TOKEN", orgId: "org_1" },
    { provider: "flexprice", account: "acme", apiKey: "env:FLEXPRICE_API_KEY", walletIds: ["wallet_1"] },
    { provider: "wavespeed", account: "studio", apiKey: "env:WAVESPEED_API_KEY" },
    { provider: "runpod", account: "lab", apiKey: "env:RUNPOD_API_KEY" },
  ],
};

/** Writes a starter configuration into the working directory; refuses to replace one. Throws `ConfigError`. */
export async function init(io: Io): Promise<ExitCode> {
  const path = join(io.directory, configFileName);
  try {
    await writeFile(path, `${JSON.stringify(starter, null, 2)}\n`, { flag: "wx" });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === "EEXIST" ? "exists already; edit it, or move it away" : `cannot be written (${code})`;
    throw new ConfigError(configFileName, problem, { cause });
  }
  io.stdout.write(
    `Wrote ${configFileName}. Keep the accounts you have, set their keys in the environment or in a .env file,\n`,
  );
  io.stdout.write("and run: spendbook doctor\n");
  return exitCode.complete;
}
