import { ConfigError } from "../spendbook-error.js";
import { type Config, configSchema } from "./config-schema.js";
import { parseJsonFile } from "./parse-json-file.js";

/** Checks the text of a configuration file. Throws `ConfigError` with the key and what was expected there. */
export function parseConfig(text: string, file: string): Config {
  const config = parseJsonFile(configSchema, text, file);
  const names = new Set<string>();
  for (const [index, { provider, account }] of config.accounts.entries()) {
    if (names.has(`${provider}/${account}`))
      throw new ConfigError(
        `${file}: accounts[${index}].account`,
        `expected another name than "${account}", which ${provider} has already`,
      );
    names.add(`${provider}/${account}`);
  }
  return config;
}
