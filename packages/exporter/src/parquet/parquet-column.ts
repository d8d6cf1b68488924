import type { StatementLine, StatementNumber } from "@spendbook/normalizer";
import type { SchemaElement } from "hyparquet-writer";
import { decimalPrecision, decimalScale, decimalValue } from "./decimal-value.js";
import { dateValue, instantValue } from "./instant-value.js";

/** A line with what its statement says of it. */
export interface ParquetRow {
  readonly line: StatementLine;
  readonly month: string;
  readonly number: StatementNumber | null;
}

export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly value: (row: ParquetRow) => string | bigint | number | boolean | null;
}

type Read<Value> = (row: ParquetRow) => Value;

/** A text that every line has. */
export function text(name: string, value: Read<string>): ParquetColumn {
  return { element: { name, ...utf8, repetition_type: "REQUIRED" }, value };
}

export function optionalText(name: string, value: Read<string | null>): ParquetColumn {
  return { element: { name, ...utf8, repetition_type: "OPTIONAL" }, value };
}

export function date(name: string, value: Read<string>): ParquetColumn {
  return {
    element: {
      name,
      type: "INT32",
      converted_type: "DATE",
      logical_type: { type: "DATE" },
      repetition_type: "REQUIRED",
    },
    value: (row) => dateValue(value(row)),
  };
}

export function boolean(name: string, value: Read<boolean>): ParquetColumn {
  return { element: { name, type: "BOOLEAN", repetition_type: "REQUIRED" }, value };
}

export function optionalCount(name: string, value: Read<number | null>): ParquetColumn {
  return { element: { name, type: "INT32", repetition_type: "OPTIONAL" }, value };
}

/** A decimal, and behind it its text where it does not fit: of the two columns at most one has a value. */
export function decimal(name: string, value: Read<string | null>): readonly ParquetColumn[] {
  return withExact(name, decimalElement, value, decimalValue);
}

/** A UTC instant to the microsecond, and behind it its text where it is finer. */
export function instant(name: string, value: Read<string | null>): readonly ParquetColumn[] {
  return withExact(name, instantElement, value, instantValue);
}

function withExact(
  name: string,
  element: Omit<SchemaElement, "name">,
  value: Read<string | null>,
  convert: (text: string | null) => bigint | null,
): readonly ParquetColumn[] {
  return [
    { element: { name, ...element, repetition_type: "OPTIONAL" }, value: (row) => convert(value(row)) },
    optionalText(`${name}_exact`, (row) => {
      const exact = value(row);
      return convert(exact) === null ? exact : null;
    }),
  ];
}

const utf8 = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } } as const;

const instantElement = {
  type: "INT64",
  converted_type: "TIMESTAMP_MICROS",
  logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" },
} as const;

const decimalElement = {
  type: "FIXED_LEN_BYTE_ARRAY",
  // The fewest bytes that hold 38 digits and a sign.
  type_length: 16,
  converted_type: "DECIMAL",
  precision: decimalPrecision,
  scale: decimalScale,
  logical_type: { type: "DECIMAL", precision: decimalPrecision, scale: decimalScale },
} as const;
