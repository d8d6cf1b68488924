import { JsonNumber } from "../../json.js";
import { dataEnd } from "../calendar.js";
import { dateOf, minute, printMilliseconds } from "../instant.js";
import type { Movement } from "../movement.js";
import { formatNanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import type { Random } from "../random.js";
import type { State } from "../timeline.js";
import type { AccessKey } from "./access-keys.js";
import type { WaveSpeedBilling } from "./billing.js";
import type { Prediction } from "./predictions.js";

/** The charge of a prediction and, where it failed, the refund: two rows of one order. */
export function billPrediction(
  prediction: Prediction,
  key: AccessKey,
  account: string,
  random: Random,
): Planned<WaveSpeedBilling>[] {
  const order = {
    uuid: random.text(32),
    price: new JsonNumber(formatNanos(prediction.price)),
    origin_price: new JsonNumber(formatNanos(prediction.originPrice)),
    ak_id: key.number,
  };
  const id = random.text(32);
  const rowOf = (
    uuid: string,
    type: "deduct" | "refund",
    createdAt: number,
    updatedAt: number,
    state: "pre" | "done",
    status: string,
  ): WaveSpeedBilling => ({
    uuid,
    access_key_id: key.id,
    access_key_uuid: key.uuid,
    access_key_name: key.name,
    billing_type: type,
    price: order.price,
    created_at: printMilliseconds(createdAt),
    updated_at: printMilliseconds(updatedAt),
    order: prediction.hasOrder ? { ...order, state } : null,
    prediction: prediction.model === null ? null : { uuid: id, model_uuid: prediction.model, status },
  });
  const { startedAt, endedAt, refundedAt, status } = prediction;
  const deduct = random.text(32);
  const charged = plan(account, startedAt, -prediction.price, [
    { at: printMilliseconds(startedAt), row: rowOf(deduct, "deduct", startedAt, startedAt, "pre", "created") },
    // Where the work takes minutes, it is seen at work.
    ...(endedAt - startedAt > minute
      ? [
          {
            at: printMilliseconds(startedAt + minute),
            row: rowOf(deduct, "deduct", startedAt, startedAt, "pre", "processing"),
          },
        ]
      : []),
    { at: printMilliseconds(endedAt), row: rowOf(deduct, "deduct", startedAt, endedAt, "done", status) },
  ]);
  if (refundedAt === null || refundedAt > dataEnd) return [charged];
  const row = rowOf(random.text(32), "refund", refundedAt, refundedAt, "done", status);
  return [charged, plan(account, refundedAt, prediction.price, [{ at: row.created_at, row }])];
}

function plan(
  account: string,
  time: number,
  amount: bigint,
  timeline: [State<WaveSpeedBilling>, ...State<WaveSpeedBilling>[]],
): Planned<WaveSpeedBilling> {
  const { row } = timeline[0];
  const date = dateOf(time);
  const movement: Movement = {
    provider: "wavespeed",
    account,
    wallet: "default",
    currency: "USD",
    recordId: row.uuid,
    amount,
    credits: null,
    kind: row.billing_type === "refund" ? "refund" : "usage",
    service: row.prediction?.model_uuid ?? null,
    postedOn: date,
    incurredOn: date,
    at: printMilliseconds(time),
  };
  return { timeline, movements: [movement] };
}
