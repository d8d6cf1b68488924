import type { Timeline } from "../timeline.js";

/** The lists that tell of resources one by one, by the ends of their paths. */
export type RunpodFamily = "pods" | "serverless" | "endpoints" | "network-volumes" | "clusters";

/** What one resource cost in one hour: what every answer is added up from. */
export interface RunpodUsage {
  readonly id: string;
  readonly family: RunpodFamily;
  /** Empty for public endpoints, which are billed together. */
  readonly resource: string;
  /** The hour's beginning, ISO 8601, UTC. */
  readonly hour: string;
  /** Billionths of a dollar by the fields of the family's list, without the total. */
  readonly parts: Readonly<Record<string, bigint>>;
}

export interface RunpodAccount {
  readonly account: string;
  readonly usage: readonly Timeline<RunpodUsage>[];
}
