import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { type Sandbox, type SandboxOptions, startSandbox } from "@spendbook/sandbox";
import { onTestFinished } from "vitest";
import { run } from "../main.js";

/** A folder with a configuration of the sandbox's four accounts, and the command to run in it. */
export interface CommandWorld {
  readonly directory: string;
  readonly sandbox: Sandbox;
  readonly config: { timezone: string; accounts: Record<string, unknown>[] };
  readonly environment: Record<string, string>;
  /** Writes `config` again after a change. */
  saveConfig(): Promise<void>;
  spendbook(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
}

/** Starts a sandbox and a folder of its own, both gone when the test is over. */
export async function commandWorld(options?: SandboxOptions): Promise<CommandWorld> {
  const directory = await mkdtemp(join(tmpdir(), "spendbook-command-"));
  const sandbox = await startSandbox(options);
  onTestFinished(async () => {
    await sandbox.close();
    await rm(directory, { recursive: true });
  });
  const { urls, credentials } = sandbox;
  const { "prime-intellect": prime, neevcloud, flexprice, wavespeed } = credentials;
  const account = (provider: keyof typeof urls, name: string, key: string, more: object) => ({
    provider,
    account: name,
    apiKey: `env:${key}`,
    baseUrl: urls[provider],
    maxRequestsPerSecond: 1000,
    ...more,
  });
  const config = {
    timezone: "UTC",
    accounts: [
      account("prime-intellect", "research", "PRIME_API_KEY", { teamId: prime.teamId }),
      account("neevcloud", "acme", "NEEV_API_TOKEN", { orgId: neevcloud.orgId }),
      account("flexprice", "acme", "FLEXPRICE_API_KEY", { walletIds: flexprice.walletIds }),
      account("wavespeed", "studio", "WAVESPEED_API_KEY", {}),
    ],
  };
  const environment: Record<string, string> = {
    PRIME_API_KEY: prime.apiKey,
    NEEV_API_TOKEN: neevcloud.apiKey,
    FLEXPRICE_API_KEY: flexprice.apiKey,
    WAVESPEED_API_KEY: wavespeed.apiKey,
  };
  const saveConfig = () => writeFile(join(directory, "spendbook.config.json"), JSON.stringify(config));
  await saveConfig();
  return {
    directory,
    sandbox,
    config,
    environment,
    saveConfig,
    async spendbook(...args) {
      const stdout = new PassThrough();
      const stderr = new PassThrough();
      const code = await run(args, {
        directory,
        environment,
        stdout,
        stderr,
        now: () => new Date(sandbox.now()),
        signal: new AbortController().signal,
      });
      const text = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString() ?? "";
      return { code, stdout: text(stdout), stderr: text(stderr) };
    },
  };
}
