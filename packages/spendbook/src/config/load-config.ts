import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { ConfigError } from "../spendbook-error.js";
import { configFromEnvironment, type Environment } from "./config-from-environment.js";
import type { Config } from "./config-schema.js";
import { parseConfig } from "./parse-config.js";

export const configFileName = "spendbook.config.json";

/** The configuration with the environment its references are looked up in; null where there is neither. */
export interface LoadedConfig {
  readonly config: Config | null;
  readonly environment: Environment;
}

/**
 * Finds the configuration: `file` if given, else `spendbook.config.json` in the working directory, else the
 * environment. A `.env` file in the working directory fills in variables that are not set.
 * Throws `ConfigError` where the given file is missing or anything found is wrong.
 */
export async function loadConfig(
  directory: string,
  file: string | undefined,
  variables: Environment,
): Promise<LoadedConfig> {
  const dotEnv = await readIfThere(join(directory, ".env"));
  const environment = { ...parseEnv(dotEnv ?? ""), ...variables } as Environment;
  const path = resolve(directory, file ?? configFileName);
  const text = await readIfThere(path);
  if (text !== null) return { config: parseConfig(text, file ?? configFileName), environment };
  if (file !== undefined)
    throw new ConfigError(file, "expected a configuration file; there is none (spendbook init writes one)");
  return { config: configFromEnvironment(environment), environment };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new ConfigError(path, `expected a readable file (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
}

/** The configuration where one is needed. Throws `ConfigError` that says how to get one. */
export function needConfig(config: Config | null): Config {
  if (config === null)
    throw new ConfigError(
      configFileName,
      "there is no configuration; write one with spendbook init, or set the variables that spendbook --help lists",
    );
  return config;
}
