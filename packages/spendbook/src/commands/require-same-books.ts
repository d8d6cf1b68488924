import { canonicalJson } from "../collect/canonical-json.js";
import type { Invocation } from "../parse-command-line.js";
import { UsageError } from "../spendbook-error.js";

/** Throws `UsageError` where a closed month is asked for with another mapping or other rates than it was closed with. */
export function requireSameBooks({ argument, mapping, rates }: Invocation, closed: unknown, asked: unknown): void {
  if (mapping === undefined && rates === undefined) return;
  if (canonicalJson(closed) === canonicalJson(asked)) return;
  throw new UsageError(
    `${argument} is closed with another mapping or other rates; leave --mapping and --rates out, or reopen it and close it with them`,
  );
}
