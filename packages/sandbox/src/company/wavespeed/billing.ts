import type { JsonNumber } from "../../json.js";
import type { Timeline } from "../timeline.js";

/** One charge or refund of `POST /api/v3/billings/search`, with the fields of both wire forms. */
export interface WaveSpeedBilling {
  readonly uuid: string;
  readonly access_key_id: string;
  readonly access_key_uuid: string;
  readonly access_key_name: string;
  readonly billing_type: "deduct" | "refund" | (string & {});
  /** US dollars, positive in both directions. */
  readonly price: JsonNumber;
  readonly created_at: string;
  readonly updated_at: string;
  readonly order: {
    readonly uuid: string;
    readonly state: "pre" | "done" | (string & {});
    readonly price: JsonNumber;
    /** Before discount. */
    readonly origin_price: JsonNumber;
    readonly ak_id: number;
  } | null;
  readonly prediction: {
    readonly uuid: string;
    readonly model_uuid: string;
    readonly status: "created" | "processing" | "completed" | "failed" | "cancelled" | "timeout" | (string & {});
  } | null;
}

/** One row of `GET /api/v3/account/billings`: a top-up (positive) or a day's usage of a model (negative). */
export interface WaveSpeedAccountTransaction {
  readonly id: string;
  readonly type: "topup" | "usage" | (string & {});
  readonly amount: JsonNumber;
  readonly currency: string;
  readonly status: "completed" | (string & {});
  readonly payment_method?: string;
  readonly model?: string;
  readonly created_at: string;
}

export interface WaveSpeedAccount {
  readonly account: string;
  readonly billings: readonly Timeline<WaveSpeedBilling>[];
  readonly transactions: readonly Timeline<WaveSpeedAccountTransaction>[];
}
