import { createFlexpriceClient } from "@spendbook/flexprice";
import { createNeevCloudClient } from "@spendbook/neevcloud";
import { type AttemptEvent, createPrimeIntellectClient } from "@spendbook/prime-intellect";
import { createRunpodClient } from "@spendbook/runpod";
import { createWaveSpeedClient } from "@spendbook/wavespeed";
import type { AccountConfig } from "../config/config-schema.js";
import type { Feed } from "./feed.js";
import { flexpriceFeed } from "./flexprice-feed.js";
import { neevcloudFeed } from "./neevcloud-feed.js";
import { primeIntellectFeed } from "./prime-intellect-feed.js";
import { runpodBodySize, runpodFeed } from "./runpod-feed.js";
import { wavespeedFeed } from "./wavespeed-feed.js";

/** What a feed needs beside its account's configuration. */
export interface FeedOptions {
  readonly apiKey: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly signal: AbortSignal;
  /** When the run began. */
  readonly begunAt: Date;
  readonly onAttempt: (event: AttemptEvent) => void;
  readonly sleep?: (duration: number, signal: AbortSignal) => Promise<void>;
}

/** Makes the feed of an account. Throws `ClientError` `invalid_base_url`. */
export function createFeed(account: AccountConfig, { signal, begunAt, ...rest }: FeedOptions): Feed {
  const options = { ...rest, ...(account.baseUrl !== undefined && { baseUrl: account.baseUrl }) };
  switch (account.provider) {
    case "prime-intellect":
      return primeIntellectFeed(createPrimeIntellectClient(options), account.teamId, signal);
    case "neevcloud":
      return neevcloudFeed(createNeevCloudClient(options), account.orgId, signal);
    case "flexprice":
      return flexpriceFeed(createFlexpriceClient(options), account.walletIds, signal);
    case "runpod":
      return runpodFeed(createRunpodClient({ ...options, maxBodySize: runpodBodySize }), begunAt, signal);
    case "wavespeed":
      return wavespeedFeed(createWaveSpeedClient(options), signal);
  }
}
