import { setTimeout } from "node:timers/promises";
import type { CollectionLimits } from "./collect-list.js";

const hour = 3_600_000;

/** The bounds of a collection that is no simulation. */
export const collectionLimits: CollectionLimits = {
  concurrency: 8,
  passes: 6,
  // WaveSpeed refunds within three hours, NeevCloud posts an hour after its end; two days leave room for an outage.
  overlap: 48 * hour,
  // Less than the shortest month, so that every month sees each list from end to end.
  fullEvery: 27 * 24 * hour,
  openFor: 35 * 24 * hour,
  balanceRounds: 3,
  emptyPageRetries: 3,
  sleep: setTimeout,
};

/** How long the collection of one account may take, in milliseconds. */
export const accountTimeLimit = 6 * hour;
