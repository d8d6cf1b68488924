import type { WaveSpeedBilling } from "../../company/wavespeed/billing.js";

/** A billing record in one of the two wire forms: they name the access key and the order's status differently. */
export function printBilling(row: WaveSpeedBilling, wire: "total" | "has_more") {
  const { access_key_id, access_key_uuid, ...rest } = row;
  return wire === "total"
    ? { ...rest, access_key_id, order: row.order && { ...row.order, status: "" } }
    : {
        ...rest,
        access_key_uuid,
        order: row.order && { ...row.order, status: row.order.state === "done" ? 2 : 1, ak_id: undefined },
      };
}
