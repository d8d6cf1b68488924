import { ConfigError } from "../spendbook-error.js";
import type { AccountConfig, Config } from "./config-schema.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Makes a configuration of the documented variables, or null where none of the keys is set; blank counts as unset. */
export function configFromEnvironment(environment: Environment): Config | null {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const need = (name: string, key: string): string => {
    const value = read(name);
    if (value === undefined) throw new ConfigError(name, `expected a value, because ${key} is set`);
    return value;
  };
  const base = (key: string, baseUrl: string) => {
    const url = read(baseUrl);
    return { account: "default", apiKey: `env:${key}`, ...(url !== undefined && { baseUrl: url }) };
  };

  const accounts: AccountConfig[] = [];
  if (read("PRIME_API_KEY")) {
    const teamId = read("PRIME_TEAM_ID");
    const { baseUrl, ...account } = base("PRIME_API_KEY", "PRIME_API_BASE_URL");
    accounts.push({
      provider: "prime-intellect",
      ...account,
      // The provider's own tool takes this variable with or without the path that the document's paths begin with.
      ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/(\/api\/v1)?\/*$/, "") }),
      ...(teamId !== undefined && { teamId }),
    });
  }
  if (read("NEEV_API_TOKEN"))
    accounts.push({
      provider: "neevcloud",
      ...base("NEEV_API_TOKEN", "NEEV_BASE_URL"),
      orgId: need("NEEV_ORG_ID", "NEEV_API_TOKEN"),
    });
  if (read("FLEXPRICE_API_KEY"))
    accounts.push({
      provider: "flexprice",
      ...base("FLEXPRICE_API_KEY", "FLEXPRICE_BASE_URL"),
      walletIds: need("FLEXPRICE_WALLET_ID", "FLEXPRICE_API_KEY")
        .split(",")
        .map((id) => id.trim())
        .filter(Boolean),
    });
  if (read("WAVESPEED_API_KEY"))
    accounts.push({ provider: "wavespeed", ...base("WAVESPEED_API_KEY", "WAVESPEED_BASE_URL") });
  if (read("RUNPOD_API_KEY")) accounts.push({ provider: "runpod", ...base("RUNPOD_API_KEY", "RUNPOD_BASE_URL") });
  return accounts.length > 0 ? { timezone: "UTC", accounts } : null;
}
