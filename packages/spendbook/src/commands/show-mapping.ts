import type { LedgerReader } from "@spendbook/ledger";
import { createMappingEffect, type MappingEffect, type ProviderId } from "@spendbook/normalizer";
import { formatMappingEffect } from "../books/format-mapping-effect.js";
import { buildStatement } from "../build/build-statement.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { UsageError } from "../spendbook-error.js";

/** What a plan's mapping does to its month. Throws `UsageError` where there is no mapping. */
export async function showMapping(
  view: LedgerReader<ProviderId>,
  plan: StatementPlan,
  signal: AbortSignal,
): Promise<{ readonly effect: MappingEffect; readonly text: string }> {
  const { mapping } = plan.books;
  if (mapping === null) throw new UsageError("--dry-run shows what a mapping does; give one with --mapping FILE");
  const effect = createMappingEffect(mapping.rules.length);
  const { lines } = await buildStatement(view, plan, { signal });
  for await (const lot of lines()) for (const line of lot) if (line.coding !== null) effect.add(line, line.coding);
  const found = effect.finish();
  return { effect: found, text: formatMappingEffect(mapping, found) };
}
