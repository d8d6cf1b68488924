import { instantKey, parseInstantKey } from "../../server/instant-key.js";

/** A search that was accepted; null where a filter is not asked for. */
export interface Search {
  readonly page: number;
  readonly size: number;
  readonly ascending: boolean;
  readonly type: string | null;
  readonly model: string | null;
  readonly accessKey: string | null;
  readonly predictions: readonly string[] | null;
  /** Keys of instants; both are included. */
  readonly start: string | null;
  readonly end: string | null;
}

/** Reads the body of a search; a text where it is not accepted. */
export function parseSearch(body: unknown, times: "milliseconds" | "rfc3339"): Search | string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return "the body must be a JSON object";
  const fields = body as Readonly<Record<string, unknown>>;
  const { page = 1, page_size: size = 10, sort = "created_at DESC", prediction_uuids: predictions = null } = fields;
  if (!isInteger(page, 1, Number.MAX_SAFE_INTEGER)) return "page must be an integer from 1";
  if (!isInteger(size, 1, 100)) return "page_size must be an integer from 1 to 100";
  if (sort !== "created_at ASC" && sort !== "created_at DESC") return "sort must be created_at ASC or created_at DESC";
  if (predictions !== null && !isTextList(predictions)) return "prediction_uuids must be a list of texts";

  const { billing_type: type = null, model_uuid: model = null, access_key_uuid: accessKey = null } = fields;
  if (!isText(type) || !isText(model) || !isText(accessKey))
    return "billing_type, model_uuid, access_key_uuid are texts";
  const start = parseTime(fields.start_time, times);
  const end = parseTime(fields.end_time, times);
  if (start === undefined || end === undefined) {
    const form = times === "milliseconds" ? "milliseconds since the Unix epoch, in digits" : "RFC 3339";
    return `start_time and end_time must be ${form}`;
  }
  return { page, size, ascending: sort === "created_at ASC", type, model, accessKey, predictions, start, end };
}

function isInteger(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Null where there is none, undefined where it is in another form. */
function parseTime(value: unknown, times: "milliseconds" | "rfc3339"): string | null | undefined {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") return undefined;
  if (times === "rfc3339") return parseInstantKey(value) ?? undefined;
  return /^\d{1,14}$/.test(value) ? instantKey(new Date(Number(value)).toISOString()) : undefined;
}
