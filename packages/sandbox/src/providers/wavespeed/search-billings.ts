import type { WaveSpeedBilling } from "../../company/wavespeed/billing.js";
import { compareTexts } from "../../compare-texts.js";
import { instantKey } from "../../server/instant-key.js";
import type { RecordStore } from "../../store/record-store.js";
import { printBilling } from "./print-billing.js";
import { parseSearch, type Search } from "./search-request.js";

/** `POST /api/v3/billings/search`: one page, newest first unless asked otherwise; a text where it is not accepted. */
export function searchBillings(
  store: RecordStore<WaveSpeedBilling>,
  body: unknown,
  wire: "total" | "has_more",
  times: "milliseconds" | "rfc3339",
) {
  const search = parseSearch(body, times);
  if (typeof search === "string") return search;
  const { page, size, ...filter } = search;
  const rows = store.view(JSON.stringify(filter), (all) => select(all, filter));
  const items = rows.slice((page - 1) * size, page * size).map((row) => printBilling(row, wire));
  return wire === "total" ? { page, total: rows.length, items } : { page, has_more: page * size < rows.length, items };
}

function select(rows: readonly WaveSpeedBilling[], search: Omit<Search, "page" | "size">): readonly WaveSpeedBilling[] {
  const sign = search.ascending ? 1 : -1;
  return rows
    .map((row) => ({ row, key: instantKey(row.created_at) }))
    .filter(({ row, key }) => {
      if (search.start !== null && key < search.start) return false;
      if (search.end !== null && key > search.end) return false;
      if (search.type !== null && row.billing_type !== search.type) return false;
      if (search.model !== null && row.prediction?.model_uuid !== search.model) return false;
      if (search.accessKey !== null && row.access_key_uuid !== search.accessKey) return false;
      return search.predictions === null || search.predictions.includes(row.prediction?.uuid ?? "");
    })
    .sort((one, other) => sign * compareTexts(one.key, other.key) || compareTexts(one.row.uuid, other.row.uuid))
    .map(({ row }) => row);
}
