import type { Mapping } from "@spendbook/normalizer";
import { parseJsonFile } from "../config/parse-json-file.js";
import { mappingSchema } from "./mapping-schema.js";

/** Checks the text of a mapping file. Throws `ConfigError` with the key and what was expected there. */
export function parseMapping(text: string, file: string): Mapping {
  const { $schema: _, ...mapping } = parseJsonFile(mappingSchema, text, file);
  return mapping;
}
