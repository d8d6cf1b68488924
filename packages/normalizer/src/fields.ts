import type { Big } from "big.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import { parseInstant } from "./instant.js";
import { isCurrencyCode } from "./money.js";
import { MoneyError } from "./money-error.js";
import { NormalizationError, type NormalizationErrorCode } from "./normalization-error.js";

/** The members of a JSON object, with its place for the errors. */
export interface Fields {
  readonly values: Readonly<Record<string, unknown>>;
  /** `$` for the record itself. */
  readonly path: string;
  readonly recordId: string;
}

/** Opens a record's body. Every reader here throws `NormalizationError` that names the path and the record. */
export function openFields(body: unknown, recordId: string, path = "$"): Fields {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new NormalizationError({
      code: "wrong_type",
      path,
      recordId,
      problem: `${typeName(body)} where an object is expected`,
    });
  }
  return { values: body as Record<string, unknown>, path, recordId };
}

/** A nested object, or null where it is absent or null. */
export function optionalFields(fields: Fields, key: string): Fields | null {
  const value = fields.values[key];
  return value === undefined || value === null ? null : openFields(value, fields.recordId, `${fields.path}.${key}`);
}

export function readText(fields: Fields, key: string): string {
  return optionalText(fields, key) ?? missing(fields, key);
}

/** Text, or null where it is absent, null or empty. */
export function optionalText(fields: Fields, key: string): string | null {
  const value = fields.values[key];
  if (typeof value === "string") return value === "" ? null : value;
  if (value === undefined || value === null) return null;
  return refuse(fields, key, "wrong_type", `${typeName(value)} where text is expected`);
}

export function readDecimal(fields: Fields, key: string): Big {
  return optionalDecimal(fields, key) ?? missing(fields, key);
}

/** An exact decimal from a JSON number or decimal text, or null where it is absent or null. */
export function optionalDecimal(fields: Fields, key: string): Big | null {
  const value = fields.values[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string" && typeof value !== "number") {
    return refuse(fields, key, "wrong_type", `${typeName(value)} where a decimal is expected`);
  }
  try {
    return exactDecimal(value);
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    return refuse(fields, key, "invalid_amount", error.message);
  }
}

/** An amount of which the provider says that it is never negative. */
export function readMagnitude(fields: Fields, key: string): Big {
  const amount = readDecimal(fields, key);
  if (signOf(amount) < 0) {
    refuse(fields, key, "undocumented_sign", `${amount.toFixed()} is negative, and the provider gives that no meaning`);
  }
  return amount;
}

export function readInstant(fields: Fields, key: string): string {
  return optionalInstant(fields, key) ?? missing(fields, key);
}

/** A UTC instant, or null where it is absent, null, or the year 1 that Go services print for an unset time. */
export function optionalInstant(fields: Fields, key: string): string | null {
  const text = optionalText(fields, key);
  if (text === null) return null;
  const instant = parseInstant(text, `${fields.path}.${key}`, fields.recordId);
  return instant.startsWith("0001-01-01T00:00:00") ? null : instant;
}

/** An ISO 4217 code in upper case, however the provider spells it. */
export function readCurrency(fields: Fields, key: string): string {
  const text = readText(fields, key);
  const currency = isCurrencyCode(text) ? text : text.toUpperCase();
  if (!isCurrencyCode(currency)) {
    refuse(fields, key, "invalid_currency", `${JSON.stringify(text.slice(0, 20))} is not a currency code (ISO 4217)`);
  }
  return currency;
}

/** Refuses the record for what stands at one of its fields. */
export function refuse(fields: Fields, key: string, code: NormalizationErrorCode, problem: string): never {
  throw new NormalizationError({ code, path: `${fields.path}.${key}`, recordId: fields.recordId, problem });
}

function missing(fields: Fields, key: string): never {
  return refuse(fields, key, "missing_field", "the field is missing, null or empty");
}

function typeName(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}
