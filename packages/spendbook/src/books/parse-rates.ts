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
    skipEmptyLines: "greedy",
    transformHeader: (header) => header.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  const missing = columns.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0)
    throw new ConfigError(file, `expected the columns ${columns.join(",")}; ${missing[0]} is missing`);
  const [error] = errors;
  if (error !== undefined) throw new ConfigError(`${file} line ${(error.row ?? 0) + 2}`, error.message.toLowerCase());
  const rows = data.map(({ date = "", pair = "", rate = "", source = "" }) => ({ date, pair, rate, source }));
  try {
    createRateTable(rows, (index) => `${file} line ${index + 2}`);
  } catch (cause) {
    if (!(cause instanceof RateError)) throw cause;
    const [place = file, ...problem] = cause.message.split(": ");
    throw new ConfigError(place, problem.join(": "), { cause });
  }
  return rows;
}
