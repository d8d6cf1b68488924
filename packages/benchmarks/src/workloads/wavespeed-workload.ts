import type { AccountTransaction, BillingRecord } from "@spendbook/wavespeed";
import { idDigits } from "./id-digits.js";
import { chargeOf, dollars, topUp } from "./micro-dollars.js";
import { firstFrom, monthStart, postingOf } from "./month.js";
import { pageOf, pageSize } from "./page.js";
import type { Workload } from "./workload.js";

const models = [
  "bytedance/seedream-v4.5",
  "wavespeed-ai/flux-dev",
  "wavespeed-ai/wan-2.2/i2v-720p",
  "google/veo3-fast",
  "minimax/hailuo-02/standard",
] as const;
const keys = ["studio", "batch", "preview"] as const;

const topUpRow: AccountTransaction = {
  id: "topup_0001",
  type: "topup",
  amount: Number(dollars(topUp)),
  currency: "USD",
  status: "completed",
  payment_method: "card",
  created_at: new Date(monthStart).toISOString(),
};

/** WaveSpeed: one top-up, and charges oldest first, of which every fiftieth is given back; filtered by time. */
export function wavespeedWorkload(records: number): Workload {
  const billings = records - 1;
  const envelope = (data: unknown) => ({ code: 200, message: "success", data });
  const balance = balanceAfter(billings);
  return {
    records,
    balance,
    answer({ operation, query, body }) {
      switch (operation) {
        case "POST /api/v3/billings/search": {
          const { page, start_time } = body as { page: number; start_time?: string };
          const first = start_time === undefined ? 0 : firstFrom(Number(start_time), billings);
          const items = pageOf(page, first, billings, (index) => billingAt(index, billings));
          return envelope({ page, total: billings - first, items });
        }
        case "GET /api/v3/account/billings": {
          const page = Number(query.get("page"));
          const items = page === 1 ? [topUpRow] : [];
          return envelope({ items, pagination: { page, page_size: pageSize, total: 1 } });
        }
        case "GET /api/v3/balance":
          return envelope({ balance: Number(dollars(balance)) });
        default:
          return undefined;
      }
    },
  };
}

function isRefund(index: number): boolean {
  return index % 50 === 49;
}

function billingAt(index: number, billings: number): BillingRecord {
  const digits = idDigits("wavespeed", index);
  const createdAt = new Date(postingOf(index, billings)).toISOString();
  const price = Number(dollars(chargeOf(index)));
  return {
    uuid: digits.slice(0, 32),
    access_key_id: `ak_${index % keys.length}`,
    access_key_name: keys[index % keys.length] ?? keys[0],
    billing_type: isRefund(index) ? "refund" : "deduct",
    price,
    created_at: createdAt,
    updated_at: createdAt,
    order: { uuid: digits.slice(32, 64), state: "done", price, origin_price: price, status: "" },
    prediction: {
      uuid: digits.slice(64, 96),
      model_uuid: models[index % models.length] ?? models[0],
      status: isRefund(index) ? "failed" : "completed",
    },
  };
}

/** Micro-dollars: safe integers, so that adding them is exact. */
function balanceAfter(billings: number): number {
  let balance = topUp;
  for (let index = 0; index < billings; index += 1) balance += isRefund(index) ? chargeOf(index) : -chargeOf(index);
  return balance;
}
