import { JsonNumber } from "../../json.js";
import type { Random } from "../random.js";
import type { Timeline } from "../timeline.js";
import type { AccessKey } from "./access-keys.js";
import type { WaveSpeedBilling } from "./billing.js";

/** A row of a type that is not documented: nobody can say whether it took or gave, and the balance does not show it. */
export function unknownBilling(key: AccessKey, random: Random): Timeline<WaveSpeedBilling> {
  const at = "2026-10-22T06:00:00.000Z";
  const row: WaveSpeedBilling = {
    uuid: random.text(32),
    access_key_id: key.id,
    access_key_uuid: key.uuid,
    access_key_name: key.name,
    billing_type: "adjust",
    price: new JsonNumber("0.5"),
    created_at: at,
    updated_at: at,
    order: null,
    prediction: null,
  };
  return [{ at, row }];
}
