import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Mapping, RateRow } from "@spendbook/normalizer";
import { ConfigError } from "../spendbook-error.js";
import { parseMapping } from "./parse-mapping.js";
import { parseRates } from "./parse-rates.js";

/** How lines reach the books, as plain data: kept with a closed month, so that it can be rebuilt without the files. */
export interface BooksPolicy {
  readonly mapping: Mapping | null;
  readonly rates: readonly RateRow[] | null;
}

export const noBooks: BooksPolicy = { mapping: null, rates: null };

/** Reads the mapping and the rate file, each where there is one. Throws `ConfigError`. */
export async function readBooksPolicy(
  directory: string,
  files: { readonly mapping: string | undefined; readonly rates: string | undefined },
): Promise<BooksPolicy> {
  const [mapping, rates] = await Promise.all([
    files.mapping === undefined ? null : parseMapping(await read(directory, files.mapping, "mapping"), files.mapping),
    files.rates === undefined ? null : parseRates(await read(directory, files.rates, "rate"), files.rates),
  ]);
  if (mapping?.functional !== undefined && rates === null)
    throw new ConfigError(
      `${files.mapping}: functional`,
      `amounts in ${mapping.functional.currency} need a rate file; give one with --rates, or leave functional out`,
    );
  if (rates !== null && mapping?.functional === undefined)
    throw new ConfigError(
      files.mapping === undefined ? "--mapping" : `${files.mapping}: functional`,
      'rates are of use only where the mapping says for what; expected "functional": {"currency": "EUR", "policy": …}',
    );
  return { mapping, rates };
}

async function read(directory: string, file: string, kind: string): Promise<string> {
  try {
    return await readFile(resolve(directory, file), "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unreadable";
    throw new ConfigError(file, `expected a ${kind} file that can be read (${code})`, { cause });
  }
}
