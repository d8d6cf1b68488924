import type { CsvProfile, ExportFormatName } from "@spendbook/exporter";

export type Format = ExportFormatName;

/** Which files a statement is written into, and how. */
export interface FilePolicy {
  readonly formats: readonly Format[];
  /** How the CSV for people is divided; null: with commas, and decimal points. */
  readonly csv: CsvProfile | null;
}

/** Every format, without loading what writes them. */
const written: Readonly<Record<Format, "by default" | "on request">> = {
  csv: "by default",
  xlsx: "by default",
  html: "by default",
  json: "by default",
  hledger: "on request",
  ledger: "on request",
  beancount: "on request",
  "quickbooks-journal": "on request",
  "xero-bill": "on request",
  "xero-journal": "on request",
  "quickbooks-bank": "on request",
  "xero-bank": "on request",
  "sage-bank": "on request",
  "freeagent-bank": "on request",
  "wave-bank": "on request",
  ofx: "on request",
  camt053: "on request",
  "focus-1.2": "on request",
  "focus-1.4": "on request",
  parquet: "on request",
};

export const formats = Object.keys(written) as readonly Format[];
export const defaultFormats = formats.filter((format) => written[format] === "by default");
