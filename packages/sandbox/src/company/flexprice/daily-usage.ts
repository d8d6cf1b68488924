import { dataEnd, signUp } from "../calendar.js";
import { day } from "../instant.js";
import type { Random } from "../random.js";

/** Credits used on each UTC day, in billionths. */
export type DailyUsage = ReadonlyMap<number, bigint>;

/** Random usage of `low` to `high` credits on every `step`-th day, in steps of a ten-thousandth. */
export function planDailyUsage(low: number, high: number, step: number, random: Random): DailyUsage {
  const usage = new Map<number, bigint>();
  for (let date = signUp; date < dataEnd; date += step * day)
    usage.set(date, BigInt(random.integer(low * 10_000, high * 10_000)) * 100_000n);
  return usage;
}
