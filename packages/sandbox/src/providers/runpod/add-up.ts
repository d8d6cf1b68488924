import { formatNanos } from "../../company/nanos.js";
import type { RunpodFamily, RunpodUsage } from "../../company/runpod/usage.js";
import { compareTexts } from "../../compare-texts.js";
import { JsonNumber } from "../../json.js";
import type { BillingWindow } from "./billing-window.js";
import { bucketEnd, bucketStart, printSeconds } from "./buckets.js";

/** The shape of a list's records. */
interface Shape {
  /** By the field: what it is the sum of. */
  readonly parts: Readonly<Record<string, readonly (readonly [RunpodFamily, string])[]>>;
  /** The field that names the resource; null where all are one record. */
  readonly resource: string | null;
}

type Sums = Map<string, bigint>;

/** The records of a window: one for each bucket and resource, of the resources that cost anything in it. */
export function addUp(rows: readonly RunpodUsage[], { size, start, end }: BillingWindow, { parts, resource }: Shape) {
  const buckets = new Map<string, Sums>();
  const resources = new Set<string>(resource === null ? [""] : []);
  const totals: Sums = new Map();
  const [first, last] = [new Date(start).toISOString(), new Date(end).toISOString()];
  for (const row of rows) {
    if (row.hour < first || row.hour >= last) continue;
    const at = Date.parse(row.hour);
    const name = resource === null ? "" : row.resource;
    resources.add(name);
    const key = `${bucketStart(size, at)} ${name}`;
    const sums = buckets.get(key) ?? new Map<string, bigint>();
    buckets.set(key, sums);
    for (const each of [sums, totals]) addRow(each, row, parts);
  }
  const records: object[] = [];
  for (let bucket = start; bucket < end; bucket = bucketEnd(size, bucket)) {
    const times = { startTime: printSeconds(bucket), endTime: printSeconds(bucketEnd(size, bucket)) };
    for (const name of [...resources].sort(compareTexts)) {
      const sums = buckets.get(`${bucket} ${name}`) ?? new Map<string, bigint>();
      records.push({ ...times, ...(resource !== null && { [resource]: name }), ...print(sums, parts) });
    }
  }
  return { records, totals: print(totals, parts), resources: resources.size };
}

function addRow(sums: Sums, { family, parts: costs }: RunpodUsage, parts: Shape["parts"]): void {
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const amount of Object.values(costs)) add("totalAmount", amount);
  for (const [key, sources] of Object.entries(parts))
    for (const [of, source] of sources) if (of === family) add(key, costs[source] ?? 0n);
}

function print(sums: Sums, parts: Shape["parts"]): Record<string, JsonNumber> {
  const keys = ["totalAmount", ...Object.keys(parts)];
  return Object.fromEntries(keys.map((key) => [key, new JsonNumber(formatNanos(sums.get(key) ?? 0n))]));
}
