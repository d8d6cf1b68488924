import type { Sandbox } from "./sandbox.js";

/** The variables by which spendbook, without a configuration file, finds the sandbox and its made-up keys. */
export function sandboxEnvironment({ urls, credentials, store }: Pick<Sandbox, "urls" | "credentials" | "store">) {
  return {
    PRIME_API_BASE_URL: urls["prime-intellect"],
    PRIME_API_KEY: credentials["prime-intellect"].apiKey,
    PRIME_TEAM_ID: credentials["prime-intellect"].teamId,
    NEEV_BASE_URL: urls.neevcloud,
    NEEV_API_TOKEN: credentials.neevcloud.apiKey,
    NEEV_ORG_ID: credentials.neevcloud.orgId,
    FLEXPRICE_BASE_URL: urls.flexprice,
    FLEXPRICE_API_KEY: credentials.flexprice.apiKey,
    FLEXPRICE_WALLET_ID: credentials.flexprice.walletIds.join(","),
    WAVESPEED_BASE_URL: urls.wavespeed,
    WAVESPEED_API_KEY: credentials.wavespeed.apiKey,
    // Not every company has an account there.
    ...(store.runpod.usage.list().length > 0 && {
      RUNPOD_BASE_URL: urls.runpod,
      RUNPOD_API_KEY: credentials.runpod.apiKey,
    }),
  };
}
