import { dataEnd, firstMonth } from "../calendar.js";
import { day, hour, instant, minute } from "../instant.js";
import { nanos } from "../nanos.js";
import type { Random } from "../random.js";
import type { MeteredResource } from "./metered-billing.js";

/** Dollars for a minute; every rate has four decimals, as the provider's amounts have. */
const rates = {
  H100: nanos("0.0415"),
  H200: nanos("0.06"),
  A100: nanos("0.0215"),
  L40S: nanos("0.014"),
  RTX4090: nanos("0.007"),
} as const;

/** Pods, training runs and disks that run over a month's end, or exactly from one to the next. */
const longRunning: readonly [type: string, name: string, from: string, to: string, perMinute: bigint][] = [
  ["compute", "pod-eval-july", "2026-07-30T06:00:00Z", "2026-08-03T18:00:00Z", rates.A100],
  ["compute", "pod-summer-run", "2026-08-20T09:30:00Z", "2026-10-10T04:15:00Z", rates.L40S],
  ["compute", "pod-aug-sep", "2026-08-29T13:07:00Z", "2026-09-02T01:53:00Z", rates.H100],
  ["compute", "pod-sep-oct", "2026-09-30T23:59:00Z", "2026-10-01T00:01:00Z", rates.H200],
  ["compute", "pod-october", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z", rates.RTX4090],
  ["compute", "pod-oct-nov", "2026-10-30T20:11:00Z", "2026-11-01T07:42:00Z", rates.H100],
  ["compute", "pod-still-running", "2026-10-19T08:00:00Z", "2026-12-31T00:00:00Z", rates.A100],
  ["compute", "pod-just-started", "2026-11-02T11:59:00Z", "2026-11-03T00:00:00Z", rates.H100],
  ["training", "run-base-7b", "2026-09-26T05:00:00Z", "2026-10-04T17:30:00Z", nanos("0.166")],
  ["training", "run-align-7b", "2026-10-31T18:00:00Z", "2026-12-01T00:00:00Z", nanos("0.083")],
  ["disks", "disk-datasets", "2026-07-29T10:00:00Z", "2027-01-01T00:00:00Z", nanos("0.0004")],
  ["disks", "disk-checkpoints", "2026-08-01T00:00:00Z", "2027-01-01T00:00:00Z", nanos("0.0002")],
  ["disks", "disk-scratch", "2026-08-15T12:00:00Z", "2026-10-15T12:00:00Z", nanos("0.0001")],
  ["disks", "disk-archive", "2026-09-30T12:34:00Z", "2027-01-01T00:00:00Z", nanos("0.0001")],
];

/** The team's resources that are billed by the minute. */
export function teamResources(random: Random): MeteredResource[] {
  const planned = longRunning.map(([type, resourceId, from, to, perMinute]) => ({
    type,
    resourceId,
    start: instant(from),
    end: instant(to),
    perMinute,
  }));
  const pods = Array.from({ length: 70 }, () => shortPod(random));
  const runs = Array.from({ length: 24 }, () => trainingRun(random));
  return [...planned, ...pods, ...runs];
}

function shortPod(random: Random): MeteredResource {
  const start = randomMinute(random);
  return {
    type: "compute",
    resourceId: `pod-${random.text(12)}`,
    start,
    end: start + random.integer(1, 1500) * minute,
    perMinute: random.pick([rates.H100, rates.H200, rates.A100, rates.L40S, rates.RTX4090, rates.RTX4090]),
  };
}

function trainingRun(random: Random): MeteredResource {
  const start = randomMinute(random);
  const perMinute = rates.H100 * BigInt(random.pick([1, 2, 8]));
  return {
    type: "training",
    resourceId: `run-${random.text(12)}`,
    start,
    end: start + random.integer(20, 600) * minute,
    perMinute,
  };
}

function randomMinute(random: Random): number {
  const days = Math.floor((dataEnd - firstMonth) / day);
  return firstMonth + random.integer(0, days - 1) * day + random.integer(0, 23) * hour + random.integer(0, 59) * minute;
}
