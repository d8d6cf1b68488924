import { dataEnd } from "../calendar.js";
import { day, instant, minute, second } from "../instant.js";
import { nanos } from "../nanos.js";
import type { Random } from "../random.js";
import { drawPrediction, type Price } from "./models.js";

/** A prediction: when it was started and ended, how, and when its price came back. */
export interface Prediction extends Price {
  /** Null where the provider no longer names the prediction. */
  readonly model: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: "completed" | "failed" | "cancelled" | "timeout";
  readonly refundedAt: number | null;
  /** False where the provider no longer names the order. */
  readonly hasOrder: boolean;
}

const firstDay = instant("2026-07-29");
const thousandth = 1000;

/** About thirty predictions a day, whole milliseconds; one in twenty fails and is refunded within three hours. */
export function planPredictions(random: Random): Prediction[] {
  const predictions = [...monthEnds, ...lastMinutes, ...batch(random)];
  for (let date = firstDay; date < dataEnd; date += day) {
    const count = random.integer(24, 38);
    for (let index = 0; index < count; index += 1) {
      const startedAt = date + random.integer(0, 86_399_999) * thousandth;
      if (startedAt < dataEnd - 10 * minute) predictions.push(draw(startedAt, random));
    }
  }
  return predictions;
}

function draw(startedAt: number, random: Random): Prediction {
  const endedAt = startedAt + random.integer(900, 90_000) * thousandth;
  const fails = random.oneIn(20);
  const failure = random.pick(["failed", "failed", "timeout"] as const);
  const status = fails ? failure : random.oneIn(60) ? "cancelled" : "completed";
  const drawn = drawPrediction(random);
  return {
    ...drawn,
    model: random.oneIn(400) ? null : drawn.model,
    startedAt,
    endedAt,
    status,
    refundedAt: fails ? endedAt + random.integer(60_000, 10_000_000) * thousandth : null,
    hasOrder: !random.oneIn(400),
  };
}

function failed(startedAt: string, refundedAt: string, price: string): Prediction {
  const started = instant(startedAt);
  return {
    model: "google/veo-3-fast",
    price: nanos(price),
    originPrice: nanos("1.2"),
    hasOrder: true,
    startedAt: started,
    endedAt: started + 30 * second,
    status: "failed",
    refundedAt: instant(refundedAt),
  };
}

/** Failures of a month's last half hour, refunded in the next month; and the first and last millisecond of a month. */
const monthEnds: readonly Prediction[] = [
  failed("2026-08-31T23:30:00Z", "2026-09-01T01:12:00.1Z", "1.2"),
  failed("2026-09-30T23:59:59.999Z", "2026-10-01T00:00:30Z", "1.08"),
  failed("2026-10-31T23:30:00Z", "2026-11-01T01:12:00.1Z", "1.2"),
  { ...failed("2026-10-01T00:00:00Z", "2026-10-01T00:00:31Z", "0.000123"), status: "completed", refundedAt: null },
  { ...failed("2026-10-31T23:59:59.999Z", "2026-10-31T23:59:59.999Z", "0.04"), status: "completed", refundedAt: null },
];

/** Still running where the data ends. */
const lastMinutes: readonly Prediction[] = [1, 2, 3].map((minutes) => ({
  ...failed("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z", "0.27"),
  model: "wavespeed-ai/wan-2.2-t2v-720p",
  originPrice: nanos("0.3"),
  status: "completed",
  refundedAt: null,
  startedAt: dataEnd - minutes * minute,
  endedAt: dataEnd + 20 * minute,
}));

/** Ten of the same millisecond. */
function batch(random: Random): Prediction[] {
  const at = instant("2026-10-12T10:00:00.5Z");
  return Array.from({ length: 10 }, () => ({ ...draw(at, random), status: "completed", refundedAt: null }));
}
