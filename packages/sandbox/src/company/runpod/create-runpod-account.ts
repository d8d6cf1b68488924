import { dataEnd, signUp } from "../calendar.js";
import { dateOf, day, hour, instant, printMilliseconds, startOfDay } from "../instant.js";
import type { Movement } from "../movement.js";
import { nanos } from "../nanos.js";
import { createRandom, type Random } from "../random.js";
import type { RunpodAccount, RunpodFamily, RunpodUsage } from "./usage.js";

/** A resource and what it costs in an hour; nothing in the hours in which it does not run. */
interface Resource {
  readonly family: RunpodFamily;
  readonly id: string;
  readonly service: string;
  costIn(start: number, random: Random): Readonly<Record<string, bigint>> | null;
}

const [october, clusterEnd] = [instant("2026-10-12T09:00:00Z"), instant("2026-10-15T17:00:00Z")];

const resources: readonly Resource[] = [
  {
    ...{ family: "pods", id: "7h9k2m4n6p", service: "Pods" },
    costIn: () => ({ gpuAmount: nanos("0.69"), cpuAmount: 0n, diskAmount: nanos("0.013698631") }),
  },
  {
    ...{ family: "pods", id: "c3v8etl0cpu", service: "Pods" },
    costIn: (start) => (isWorkingHour(start) ? { gpuAmount: 0n, cpuAmount: nanos("0.08"), diskAmount: 0n } : null),
  },
  {
    // Ends in the middle of a month; only its disk is left then.
    ...{ family: "pods", id: "old0train1", service: "Pods" },
    costIn: (start) =>
      start < instant("2026-09-15T03:00:00Z")
        ? { gpuAmount: nanos("1.99"), cpuAmount: 0n, diskAmount: nanos("0.006944444") }
        : { gpuAmount: 0n, cpuAmount: 0n, diskAmount: nanos("0.013888889") },
  },
  {
    ...{ family: "serverless", id: "4m7x2k9q", service: "Serverless" },
    costIn: (_, random) =>
      random.oneIn(3)
        ? {
            gpuAmount: BigInt(random.integer(1, 750_000_000)),
            cpuAmount: BigInt(random.integer(0, 1_000)),
            diskAmount: nanos("0.000277778"),
            feeAmount: BigInt(random.integer(1, 9_999_999)),
          }
        : null,
  },
  {
    ...{ family: "endpoints", id: "", service: "Public Endpoints" },
    costIn: (_, random) => (random.oneIn(5) ? { totalAmount: BigInt(random.integer(1, 90_000_000)) } : null),
  },
  {
    ...{ family: "network-volumes", id: "2q9m7x4c", service: "Network Volumes" },
    costIn: () => ({ standardAmount: nanos("0.009722222"), highPerformanceAmount: nanos("0.019444444") }),
  },
  {
    ...{ family: "clusters", id: "5c2n8m4q", service: "Clusters" },
    costIn: (start) =>
      start >= october && start < clusterEnd
        ? { gpuAmount: nanos("31.92"), diskAmount: nanos("0.25"), networkingAmount: nanos("0.5") }
        : null,
  },
];

/** The account "lab" at Runpod: six resources and the public endpoints, hour by hour; an hour is billed when it is over. */
export function createRunpodAccount(seed: string): RunpodAccount & { readonly movements: readonly Movement[] } {
  const account = "lab";
  const random = createRandom(`${seed}/runpod`);
  const usage: RunpodAccount["usage"][number][] = [];
  const movements: Movement[] = [];
  for (let start = signUp; start + hour <= dataEnd; start += hour) {
    for (const { family, id, service, costIn } of resources) {
      const parts = costIn(start, random);
      if (parts === null) continue;
      const at = printMilliseconds(start + hour);
      const row: RunpodUsage = {
        ...{ id: `${family}/${id}/${printMilliseconds(start)}`, family, resource: id },
        ...{ hour: printMilliseconds(start), parts },
      };
      usage.push([{ at, row }]);
      const date = dateOf(start);
      movements.push({
        ...{
          provider: "runpod",
          account,
          wallet: "default",
          currency: "USD",
          kind: "usage",
          credits: null,
          service,
          at,
        },
        // The record of the day, as a list by days gives it.
        recordId: [family, ...(id === "" ? [] : [id]), `${date}T00:00:00Z`].join("/"),
        amount: -Object.values(parts).reduce((sum, part) => sum + part, 0n),
        postedOn: date,
        incurredOn: date,
      });
    }
  }
  return { account, usage, movements };
}

function isWorkingHour(start: number): boolean {
  const hourOfDay = (start - startOfDay(start)) / hour;
  // The Unix epoch was a Thursday.
  const dayOfWeek = (Math.floor(start / day) + 4) % 7;
  return dayOfWeek >= 1 && dayOfWeek <= 5 && hourOfDay >= 7 && hourOfDay < 16;
}
