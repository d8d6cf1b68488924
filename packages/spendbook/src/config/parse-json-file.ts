import type { z } from "zod";
import { ConfigError } from "../spendbook-error.js";

/** Checks the text of a JSON file against a schema. Throws `ConfigError` with the key and what was expected there. */
export function parseJsonFile<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ConfigError(file, "expected JSON; look for a missing comma, quote or bracket");
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigError(`${file}: ${formatKey(issue?.path ?? [])}`, issue?.message ?? "expected another value");
}

function formatKey(path: readonly PropertyKey[]): string {
  const key = path.reduce<string>(
    (result, part) =>
      typeof part === "number" ? `${result}[${part}]` : result ? `${result}.${String(part)}` : String(part),
    "",
  );
  return key || "the file";
}
