import type { WaveSpeedAccountTransaction } from "../../company/wavespeed/billing.js";
import { compareTexts } from "../../compare-texts.js";
import { readInteger } from "../../server/read-integer.js";
import type { RecordStore } from "../../store/record-store.js";

/** `GET /api/v3/account/billings`: one page, newest first; days are UTC, both included. A text where not accepted. */
export function listAccountTransactions(
  store: RecordStore<WaveSpeedAccountTransaction>,
  query: Readonly<Record<string, string>>,
) {
  const page = readInteger(query.page, 1, 1);
  const size = readInteger(query.page_size, 20, 1, 100);
  if (page === null) return "page must be an integer from 1";
  if (size === null) return "page_size must be an integer from 1 to 100";
  const { type, start_date: start, end_date: end } = query;
  if (type !== undefined && type !== "topup" && type !== "usage") return "type must be topup or usage";
  if (!isDate(start) || !isDate(end)) return "start_date and end_date must be dates, YYYY-MM-DD";
  const rows = store.view(JSON.stringify([type, start, end]), (all) =>
    all
      .filter(
        (row) =>
          (type === undefined || row.type === type) &&
          (start === undefined || row.created_at.slice(0, 10) >= start) &&
          (end === undefined || row.created_at.slice(0, 10) <= end),
      )
      .sort((one, other) => compareTexts(other.created_at, one.created_at) || compareTexts(one.id, other.id)),
  );
  return {
    items: rows.slice((page - 1) * size, page * size),
    pagination: { page, page_size: size, total: rows.length },
  };
}

function isDate(text: string | undefined): boolean {
  return text === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
}
