import { ConfigError } from "../spendbook-error.js";
import { type Config, configSchema } from "./config-schema.js";

/** Checks the text of a configuration file. Throws `ConfigError` with the key and what was expected there. */
export function parseConfig(text: string, file: string): Config {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ConfigError(file, "expected JSON; look for a missing comma, quote or bracket");
  }
  const result = configSchema.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${file}: ${formatKey(issue?.path ?? [])}`, issue?.message ?? "expected another value");
  }
  const names = new Set<string>();
  for (const [index, { provider, account }] of result.data.accounts.entries()) {
    if (names.has(`${provider}/${account}`))
      throw new ConfigError(
        `${file}: accounts[${index}].account`,
        `expected another name than "${account}", which ${provider} has already`,
      );
    names.add(`${provider}/${account}`);
  }
  return result.data;
}

function formatKey(path: readonly PropertyKey[]): string {
  const key = path.reduce<string>(
    (result, part) =>
      typeof part === "number" ? `${result}[${part}]` : result ? `${result}.${String(part)}` : String(part),
    "",
  );
  return key || "the file";
}
