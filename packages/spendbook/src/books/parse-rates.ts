import { createRateTable, RateError, type RateRow } from "@spendbook/normalizer";
import Papa from "papaparse";
import { ConfigError } from "../spendbook-error.js";

const columns = ["date", "pair", "rate", "source"] as const;

/**
 * Reads a rate file: CSV with the columns date, pair, rate and source, in any order. Throws `ConfigError` with the line
 * and what was expected there.
 */
export function parseRates(text: string, file: string): readonly RateRow[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
    header: true,
    transformHeader: (header) => header.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  const missing = columns.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0)
    throw new ConfigError(file, `expected the columns ${columns.join(",")}; ${missing[0]} is missing`);
  // Counted with the empty lines, so that the number is the one that an editor shows.
  const lines = data
    .map((row, index) => ({ row, number: index + 2 }))
    .filter(({ row }) => Object.values(row).some((value) => value !== ""));
  const shape = errors.find(({ row }) => lines.some(({ number }) => number === (row ?? 0) + 2));
  if (shape !== undefined) throw new ConfigError(`${file} line ${(shape.row ?? 0) + 2}`, shape.message.toLowerCase());
  const rows = lines.map(({ row: { date = "", pair = "", rate = "", source = "" } }) => ({ date, pair, rate, source }));
  try {
    createRateTable(rows, (index) => `${file} line ${lines[index]?.number}`);
  } catch (cause) {
    if (!(cause instanceof RateError)) throw cause;
    const [place = file, ...problem] = cause.message.split(": ");
    throw new ConfigError(place, problem.join(": "), { cause });
  }
  return rows;
}
