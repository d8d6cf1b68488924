import { dataEnd, firstMonth } from "../calendar.js";
import { day, hour, instant, minute, second } from "../instant.js";
import { nanos } from "../nanos.js";
import type { Random } from "../random.js";
import type { SingleCharge } from "./single-billing.js";

/** A ten-thousandth of a dollar, the provider's unit. */
const unit = nanos("0.0001");

/** The team's charges that are billed once: inference by day, sandboxes, images, and what was given back. */
export function teamCharges(random: Random): SingleCharge[] {
  const charges: SingleCharge[] = [];
  for (let at = firstMonth; at < dataEnd; at += day) {
    for (const model of ["llama-3.3-70b", "qwen-3-coder"]) charges.push(inferenceDay(at, model, random));
  }
  for (let count = 0; count < 80; count += 1)
    charges.push(shortCharge("sandboxes", `sbx-${random.text(10)}`, 60, random));
  for (let count = 0; count < 20; count += 1)
    charges.push(shortCharge("images", random.oneIn(3) ? null : `img-${random.text(10)}`, 500, random));
  return [...charges, ...special];
}

/** Given back, never billed, sub-cent, and billed in the same millisecond. */
const special: readonly SingleCharge[] = [
  single("training", "run-base-6b", "2026-09-14T15:00:00Z", "2026-09-14T15:00:00Z", "-41.5"),
  single("compute", "pod-aug-sep", "2026-10-05T10:12:13.141592Z", "2026-10-05T10:12:13.141592Z", "-3.0007"),
  {
    ...single("sandboxes", "sbx-cancelled", "2026-10-31T23:59:59.999Z", "2026-10-31T23:59:59.999Z", "0"),
    billedAt: null,
  },
  { ...single("compute", "pod-waiting", "2026-11-02T11:58:00Z", "2026-11-02T11:58:00Z", "0"), billedAt: null },
  single("sandboxes", "sbx-first-of-october", "2026-10-01T00:00:00Z", "2026-10-01T00:00:00.001Z", "0.0001"),
  single("sandboxes", "sbx-twin-1", "2026-10-15T12:00:00Z", "2026-10-15T12:34:56.789Z", "0.0123"),
  single("sandboxes", "sbx-twin-2", "2026-10-15T12:00:00Z", "2026-10-15T12:34:56.789Z", "0.0123"),
];

function single(type: string, resourceId: string, from: string, to: string, amount: string): SingleCharge {
  return { type, resourceId, createdAt: instant(from), billedAt: instant(to), amount: nanos(amount) };
}

/** A day's requests to one model, closed in the day's last millisecond. */
function inferenceDay(at: number, model: string, random: Random): SingleCharge {
  const billedAt = Math.min(at + day - 1000, dataEnd);
  return {
    type: "inference",
    resourceId: model,
    createdAt: at,
    billedAt,
    amount: BigInt(random.integer(3, 99_999)) * unit,
  };
}

function shortCharge(type: string, resourceId: string | null, most: number, random: Random): SingleCharge {
  const days = Math.floor((dataEnd - firstMonth) / day);
  const createdAt =
    firstMonth + random.integer(0, days - 1) * day + random.integer(0, 22) * hour + random.integer(0, 3_599_999_999);
  const billedAt = createdAt + random.integer(1, 40) * minute + random.integer(0, 59) * second;
  return { type, resourceId, createdAt, billedAt, amount: BigInt(random.integer(0, most)) * unit };
}
