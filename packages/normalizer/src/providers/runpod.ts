import type { Big } from "big.js";
import type { Calendar } from "../calendar.js";
import { compareInstants } from "../compare-instants.js";
import { decimalText } from "../decimal-text.js";
import { createEntry, latestRevision, moved, recordIdOf } from "../entry.js";
import { negated, signOf } from "../exact-decimal.js";
import { type Fields, openFields, optionalDecimal, readInstant, readMagnitude, readText, refuse } from "../fields.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { Period } from "../month.js";
import type { SourceRecord } from "../record.js";
import { spreadOverMonths } from "../spread-over-months.js";

/** The document says of every amount that it is in USD; records name no currency. */
export const runpodCurrency = "USD";

/** A bucket's cost is not cut finer than this where it lies in two months, unless it is finer itself. */
const places = 6;

/** What a list's records are of. */
interface RunpodList {
  readonly service: string;
  /** The field that names the resource; null where all are billed together. */
  readonly resource: string | null;
  /** What the resource is called, and the parts that its cost has. */
  readonly noun: string;
  readonly parts: Readonly<Record<string, string>>;
}

const compute = { gpuAmount: "GPU", cpuAmount: "CPU", diskAmount: "disk" };

/** The five lists of the costs by resource, by their endpoints. */
export const runpodLists: ReadonlyMap<string, RunpodList> = new Map([
  ["GET /v2/billing/pods", { service: "Pods", resource: "podId", noun: "pod", parts: compute }],
  [
    "GET /v2/billing/serverless",
    {
      service: "Serverless",
      resource: "serverlessId",
      noun: "serverless endpoint",
      parts: { ...compute, feeAmount: "platform fee" },
    },
  ],
  ["GET /v2/billing/endpoints", { service: "Public Endpoints", resource: null, noun: "public endpoints", parts: {} }],
  [
    "GET /v2/billing/network-volumes",
    {
      service: "Network Volumes",
      resource: "networkVolumeId",
      noun: "network volume",
      parts: { standardAmount: "standard", highPerformanceAmount: "high performance" },
    },
  ],
  [
    "GET /v2/billing/clusters",
    {
      service: "Clusters",
      resource: "clusterId",
      noun: "cluster",
      parts: { gpuAmount: "GPU", diskAmount: "disk", networkingAmount: "networking" },
    },
  ],
]);

/**
 * What a resource cost in one bucket of time → usage, posted where the bucket begins; nothing where it cost nothing. Of a
 * bucket that grew since, the newest state counts. A bucket that lies in two months of the calendar is split by duration,
 * exactly, and marked estimated. The parts of a cost stand in the description: its total is what is booked. Source:
 * docs.runpod.io/api-reference-v2/billing; that costs are never negative is inferred, and one that is, is refused.
 */
export function normalizeRunpod(record: SourceRecord, list: RunpodList, calendar: Calendar): readonly LedgerEntry[] {
  const revision = latestRevision(record);
  const fields = openFields(revision.body, recordIdOf(record));
  const { cost, bucket } = readRunpodCost(fields);
  const resource = list.resource === null ? null : readText(fields, list.resource);
  if (signOf(cost) === 0) return [];
  const description = describe(fields, list, resource);
  return spreadOverMonths(negated(cost), bucket, calendar, places).map(({ amount, chargePeriod, month }) =>
    createEntry(record, revision, {
      id: month === null ? fields.recordId : `${fields.recordId}#${month}`,
      movement: moved("usage", amount),
      currency: runpodCurrency,
      postedAt: chargePeriod?.start ?? bucket.start,
      chargePeriod,
      service: list.service,
      resource,
      description,
      credits: null,
      listAmount: null,
      estimated: month !== null,
    }),
  );
}

/** The whole cost of a record and its bucket, of any of the six lists. Throws `NormalizationError`. */
export function readRunpodCost(fields: Fields): { readonly cost: Big; readonly bucket: Period } {
  const bucket = { start: readInstant(fields, "startTime"), end: readInstant(fields, "endTime") };
  if (compareInstants(bucket.start, bucket.end) >= 0) {
    refuse(fields, "endTime", "contradictory_record", `the bucket ends at ${bucket.end}, not after it begins`);
  }
  return { cost: readMagnitude(fields, "totalAmount"), bucket };
}

/** `pod 7h9k2m4n6p: GPU 11.1, disk 1.24`; parts that cost nothing are left out. */
function describe(fields: Fields, { noun, parts }: RunpodList, resource: string | null): string {
  const named = Object.entries(parts).flatMap(([key, word]) => {
    const amount = optionalDecimal(fields, key);
    return amount === null || signOf(amount) === 0 ? [] : [`${word} ${decimalText(amount)}`];
  });
  const what = resource === null ? noun : `${noun} ${resource}`;
  return named.length === 0 ? what : `${what}: ${named.join(", ")}`;
}
