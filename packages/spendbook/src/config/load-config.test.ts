import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { loadConfig } from "./load-config.js";
import { readSecret } from "./read-secret.js";

let directory: string;
beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), "spendbook-config-"));
  directory = made;
  onTestFinished(() => rm(made, { recursive: true }));
});
const write = (name: string, text: string) => writeFile(join(directory, name), text);
const wavespeed = { provider: "wavespeed", account: "studio", apiKey: "env:WAVESPEED_API_KEY" };

test("the documented variables alone make a configuration, blank ones count as unset", async () => {
  const { config } = await loadConfig(directory, undefined, {
    PRIME_API_KEY: "p",
    PRIME_TEAM_ID: " ",
    PRIME_API_BASE_URL: "https://prime.example.com/api/v1/",
    NEEV_API_TOKEN: "n",
    NEEV_ORG_ID: "org_1",
    FLEXPRICE_API_KEY: "f",
    FLEXPRICE_WALLET_ID: "wallet_1, wallet_2,",
    WAVESPEED_API_KEY: "w",
    WAVESPEED_BASE_URL: "http://127.0.0.1:9",
    RUNPOD_API_KEY: "r",
  });
  expect(config).toEqual({
    timezone: "UTC",
    accounts: [
      {
        provider: "prime-intellect",
        account: "default",
        apiKey: "env:PRIME_API_KEY",
        baseUrl: "https://prime.example.com",
      },
      { provider: "neevcloud", account: "default", apiKey: "env:NEEV_API_TOKEN", orgId: "org_1" },
      {
        provider: "flexprice",
        account: "default",
        apiKey: "env:FLEXPRICE_API_KEY",
        walletIds: ["wallet_1", "wallet_2"],
      },
      { provider: "wavespeed", account: "default", apiKey: "env:WAVESPEED_API_KEY", baseUrl: "http://127.0.0.1:9" },
      { provider: "runpod", account: "default", apiKey: "env:RUNPOD_API_KEY" },
    ],
  });
});

test("a variable that must come with another is asked for by name", async () => {
  await expect(loadConfig(directory, undefined, { NEEV_API_TOKEN: "n" })).rejects.toThrow(
    "NEEV_ORG_ID: expected a value, because NEEV_API_TOKEN is set",
  );
});

test("without a file and without variables there is no configuration", async () => {
  expect((await loadConfig(directory, undefined, { PATH: "/bin" })).config).toBeNull();
});

test("the file in the working directory comes before the environment, a named one before both", async () => {
  await write("spendbook.config.json", JSON.stringify({ accounts: [wavespeed] }));
  await write("other.json", JSON.stringify({ timezone: "Europe/Berlin", accounts: [wavespeed] }));
  const environment = { PRIME_API_KEY: "p" };
  expect((await loadConfig(directory, undefined, environment)).config?.accounts[0]?.provider).toBe("wavespeed");
  expect((await loadConfig(directory, "other.json", environment)).config?.timezone).toBe("Europe/Berlin");
  await expect(loadConfig(directory, "none.json", environment)).rejects.toMatchObject({
    code: "invalid_config",
    exitCode: 2,
  });
});

test("a .env file fills in what the environment lacks, and never replaces it", async () => {
  await write(".env", 'WAVESPEED_API_KEY="from file"\nPRIME_API_KEY=from-file\n');
  const { environment } = await loadConfig(directory, undefined, { PRIME_API_KEY: "from-shell" });
  expect(environment).toMatchObject({ WAVESPEED_API_KEY: "from file", PRIME_API_KEY: "from-shell" });
});

test("secrets are read from a variable or a file, and a missing one is named", async () => {
  await write("key.txt", " secret-in-file\n");
  await write("empty.txt", "\n");
  expect(await readSecret("env:KEY", { KEY: " secret " }, directory)).toBe("secret");
  expect(await readSecret("file:key.txt", {}, directory)).toBe("secret-in-file");
  await expect(readSecret("env:KEY", { KEY: "" }, directory)).rejects.toThrow(
    "env:KEY: expected the environment variable KEY",
  );
  await expect(readSecret("file:none.txt", {}, directory)).rejects.toThrow(
    "file:none.txt: expected a readable file (ENOENT)",
  );
  await expect(readSecret("file:empty.txt", {}, directory)).rejects.toThrow("expected a key in the file");
});
