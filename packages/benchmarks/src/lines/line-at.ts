import { money, type StatementLine } from "@spendbook/normalizer";

const services = [
  "bytedance/seedream-v4.5",
  "wavespeed-ai/flux-dev",
  "wavespeed-ai/wan-2.2/i2v-720p",
  "google/veo3-fast",
  "minimax/hailuo-02/standard",
] as const;

/**
 * Line `index` of `records` of a statement of October 2025, by whole-number arithmetic alone, so that the peers in other
 * languages make the same: 31 days in order, texts of which every tenth needs quotes, and hashes in no order.
 */
export function lineAt(index: number, records: number): StatementLine {
  const { date, hour, second } = instantAt(index, records);
  const service = services[index % services.length] ?? services[0];
  const id = hexDigits(index, 4);
  const isRefund = index % 50 === 49;
  const micros = ((index * 7919) % 4_000_000) + 1;
  const listMicros = micros + 250_000;
  return {
    id: `wavespeed/measured/${id}`,
    provider: "wavespeed",
    account: "measured",
    wallet: "default",
    kind: isRefund ? "refund" : "usage",
    amount: money(`${isRefund ? "" : "-"}${decimalOf(micros)}`, "USD"),
    unsignedAmount: null,
    currency: "USD",
    postedAt: `${date}T${hour}:${second}.000Z`,
    chargePeriod: { start: `${date}T${hour}:00:00Z`, end: `${date}T${hour}:59:59Z` },
    bucket: null,
    service,
    resource: id,
    keyName: null,
    description: index % 10 === 0 ? `A "quoted" text, number ${index}` : `Prediction ${index}`,
    quantity: String((index % 9) + 1),
    unit: "prediction",
    listAmount: money(`${isRefund ? "" : "-"}${decimalOf(listMicros)}`, "USD"),
    estimated: index % 3 === 0,
    corrects: null,
    origin: { endpoint: "POST /api/v3/billings/search", sourceId: id, revision: 1, sha256: hexDigits(~index, 8) },
    date,
    coding: null,
  };
}

/** Every line of a statement, one after the other. */
export function* linesOf(records: number): Generator<StatementLine> {
  for (let index = 0; index < records; index += 1) yield lineAt(index, records);
}

function instantAt(index: number, records: number) {
  const seconds = Math.floor((index * 2_678_400) / records);
  const rest = seconds % 3600;
  return {
    date: `2025-10-${two(Math.floor(seconds / 86_400) + 1)}`,
    hour: two(Math.floor((seconds % 86_400) / 3600)),
    second: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  };
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** Millionths as a decimal text with every place. */
function decimalOf(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
}

const fourDigits = Array.from({ length: 0x10000 }, (_, number) => number.toString(16).padStart(4, "0"));

/** Eight hexadecimal digits for each part, by the last steps of MurmurHash3. */
function hexDigits(seed: number, parts: number): string {
  let digits = "";
  for (let part = 1; part <= parts; part += 1) {
    let mixed = Math.imul(seed + Math.imul(part, 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
    digits += `${fourDigits[mixed >>> 16]}${fourDigits[mixed & 0xffff]}`;
  }
  return digits;
}
