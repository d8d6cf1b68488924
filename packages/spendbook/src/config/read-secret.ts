import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ConfigError } from "../spendbook-error.js";
import type { Environment } from "./config-from-environment.js";

/**
 * Looks a secret reference up: `env:NAME`, or `file:PATH` relative to `directory`, its whole text trimmed.
 * Throws `ConfigError` that names the reference, never a value.
 */
export async function readSecret(reference: string, environment: Environment, directory: string): Promise<string> {
  const [, kind, place = ""] = /^(env|file):(.+)$/s.exec(reference) ?? [];
  if (kind === "env") {
    const value = environment[place]?.trim();
    if (!value) throw new ConfigError(reference, `expected the environment variable ${place} to be set`);
    return value;
  }
  if (kind !== "file") throw new ConfigError("apiKey", "expected a reference, env:NAME or file:PATH");
  let text: string;
  try {
    text = await readFile(resolve(directory, place), "utf8");
  } catch (cause) {
    throw new ConfigError(reference, `expected a readable file (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
  if (!text.trim()) throw new ConfigError(reference, "expected a key in the file; it is empty");
  return text.trim();
}
