import { neevcloudWorkload } from "./neevcloud-workload.js";
import { wavespeedWorkload } from "./wavespeed-workload.js";
import type { Workload } from "./workload.js";

/** What can be measured, by provider; each makes an account of so many records, at least two. */
export const workloads = {
  wavespeed: wavespeedWorkload,
  neevcloud: neevcloudWorkload,
} as const satisfies Record<string, (records: number) => Workload>;

export type WorkloadName = keyof typeof workloads;

export const workloadNames: readonly WorkloadName[] = ["wavespeed", "neevcloud"];

export function isWorkloadName(name: string | undefined): name is WorkloadName {
  return name !== undefined && Object.hasOwn(workloads, name);
}
