import { type ExportFile, exportFormats } from "@spendbook/exporter";
import type { BuiltStatement } from "../build/build-statement.js";
import type { FilePolicy } from "./formats.js";
import { incompleteReasons } from "./incomplete-reasons.js";
import { shareReading } from "./shared-reading.js";

const incompleteName = "INCOMPLETE.txt";

/**
 * Gives every file of a statement but its manifest to `write`, and what came of each in the order of the files. The
 * formats are written side by side from one reading of the ledger, and from a further one where a format reads twice;
 * where one fails all end, and its error is thrown.
 */
export async function writeFiles<Result>(
  { statement, lines, chart }: BuiltStatement,
  { formats, csv }: FilePolicy,
  write: (file: ExportFile) => Promise<Result>,
): Promise<readonly Result[]> {
  const reading = shareReading(lines);
  let failure: { readonly error: unknown } | null = null;
  const tasks = formats.map((format) =>
    reading
      .run(async (shared) => {
        const results: Result[] = [];
        const input = { statement, lines: shared, chart, ...(csv !== null && { csv }) };
        for await (const file of exportFormats[format](input)) results.push(await write(file));
        return results;
      })
      .catch((error: unknown): Result[] => {
        failure ??= { error };
        return [];
      }),
  );
  const results = (await Promise.all(tasks)).flat();
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  const reasons = incompleteReasons(statement);
  if (reasons.length === 0) return results;
  const text = `This statement is INCOMPLETE.\n\n${reasons.map((reason) => `- ${reason}\n`).join("")}`;
  return [...results, await write({ name: incompleteName, write: async (output) => void output.end(text) })];
}
