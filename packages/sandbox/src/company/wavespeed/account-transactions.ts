import { compareTexts } from "../../compare-texts.js";
import { JsonNumber } from "../../json.js";
import { dataEnd, signUp } from "../calendar.js";
import { dateOf, hour, instant, minute, printMilliseconds } from "../instant.js";
import type { Movement } from "../movement.js";
import { formatNanos, nanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import type { Random } from "../random.js";
import type { WaveSpeedAccountTransaction } from "./billing.js";

const topUp = nanos("100");
const floor = nanos("20");

/**
 * The other list: top-ups, before the balance falls below 20 dollars, and each day's net usage of each model, which is
 * positive where the refunds of the day before outweigh it.
 */
export function accountTransactions(
  charges: readonly Movement[],
  account: string,
  random: Random,
): Planned<WaveSpeedAccountTransaction>[] {
  const pay = (time: number, amount: bigint, status: string, method: string) => {
    const row = {
      id: `txn_${random.text(12)}`,
      type: "topup",
      amount: new JsonNumber(formatNanos(amount, 2)),
      currency: "USD",
      status,
      payment_method: method,
      created_at: printMilliseconds(time),
    };
    const date = dateOf(time);
    const movement: Movement = {
      provider: "wavespeed",
      account,
      wallet: "default",
      currency: "USD",
      recordId: row.id,
      credits: null,
      kind: "top-up",
      amount,
      service: null,
      postedOn: date,
      incurredOn: date,
      at: row.created_at,
    };
    return planOf(row, status === "completed" ? [movement] : []);
  };

  const planned = [
    pay(signUp, topUp, "completed", "stripe"),
    pay(instant("2026-09-17T03:04:05.678Z"), nanos("500"), "failed", "bank_transfer"),
    pay(instant("2026-09-30T23:59:59.999Z"), nanos("15.5"), "completed", "paypal"),
    pay(instant("2026-10-01T00:00:00Z"), nanos("0.37"), "completed", "gift card, =A1+1"),
    pay(dataEnd - hour, nanos("250"), "pending", "bank_transfer"),
  ];
  let balance = topUp;
  const ordered = charges.toSorted((one, other) => compareTexts(one.at, other.at));
  for (const { amount, at } of ordered) {
    if (balance + amount < floor) {
      planned.push(pay(instant(at) - 3 * minute, topUp, "completed", "stripe"));
      balance += topUp;
    }
    balance += amount;
  }
  return [...planned, ...dailyUsage(ordered, random)];
}

function dailyUsage(charges: readonly Movement[], random: Random): Planned<WaveSpeedAccountTransaction>[] {
  const days = new Map<string, { model: string | null; amount: bigint; at: string }>();
  for (const { postedOn, service, amount, at } of charges) {
    const key = `${postedOn} ${service}`;
    const known = days.get(key);
    if (known === undefined) days.set(key, { model: service, amount, at });
    else days.set(key, { model: service, amount: known.amount + amount, at });
  }
  return [...days.values()].flatMap(({ model, amount, at }) => {
    if (amount === 0n) return [];
    const row = {
      id: `txn_${random.text(12)}`,
      type: "usage",
      amount: new JsonNumber(formatNanos(amount, 2)),
      currency: "USD",
      status: "completed",
      ...(model !== null && { model }),
      created_at: at,
    };
    return [planOf(row, [])];
  });
}

function planOf(
  row: WaveSpeedAccountTransaction,
  movements: readonly Movement[],
): Planned<WaveSpeedAccountTransaction> {
  return { timeline: [{ at: row.created_at, row }], movements };
}
