import { pipeline } from "node:stream/promises";
import Papa from "papaparse";
import type { ExportFile } from "../../export-format.js";

/** A row by the names of its columns. */
export type ImportRow = Readonly<Record<string, string>>;

/** The parts of an import by currency: programs take one currency a file, or none at all. */
export type ImportParts = ReadonlyMap<string, readonly (readonly ImportRow[])[]>;

/**
 * The files of an import: `<format>-<month>.csv`, with the currency in the name where there are several, and a number
 * where there are several parts. UTF-8 without a mark, CRLF (RFC 4180).
 */
export function* importFiles(name: string, columns: readonly string[], byCurrency: ImportParts): Generator<ExportFile> {
  // A month without entries has a file too, so that nobody looks for one.
  const files = [...byCurrency].filter(([, parts]) => parts.length > 0);
  for (const [currency, parts] of files.length > 0 ? files : [["", [[]]] as const]) {
    const stem = files.length > 1 ? `${name}-${currency}` : name;
    for (const [index, rows] of parts.entries()) {
      const part = parts.length > 1 ? `-${index + 1}` : "";
      yield { name: `${stem}${part}.csv`, write: (output) => pipeline([csvOf(columns, rows)], output) };
    }
  }
}

function csvOf(columns: readonly string[], rows: readonly ImportRow[]): string {
  const table = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return `${Papa.unparse(table as string[][], { newline: "\r\n" })}\r\n`;
}
