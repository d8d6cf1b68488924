import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { JournalError } from "@spendbook/exporter";
import type { BuiltStatement } from "../build/build-statement.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { ReconciliationError, UsageError } from "../spendbook-error.js";
import { DirectoryWriter } from "./directory-writer.js";
import type { FilePolicy } from "./formats.js";
import { manifestOf, manifestText } from "./manifest.js";
import { writeFiles } from "./write-files.js";

/** Where a statement was written. */
export interface WrittenStatement {
  readonly directory: string;
  readonly files: readonly string[];
}

export const manifestName = "manifest.json";

/**
 * Writes a statement's files into `directory`, all or none, and a manifest of them. A partial statement gets an
 * INCOMPLETE.txt that says why. Throws `OutputError`, `UsageError` and `ReconciliationError` where a format refuses it.
 */
export async function writeStatement(
  plan: StatementPlan,
  built: BuiltStatement,
  policy: FilePolicy,
  directory: string,
): Promise<WrittenStatement> {
  const writer = await DirectoryWriter.open(directory);
  try {
    const files = await writeFiles(built, policy, ({ name, write }) => writer.file(name, write));
    const manifest = manifestOf(plan, built, policy, files);
    await writer.file(manifestName, async (output) => {
      output.end(manifestText(manifest));
    });
    await writer.commit(() => readFileNames(directory));
    return { directory, files: [...files.map(({ name }) => name), manifestName] };
  } catch (error) {
    await writer.discard();
    throw error instanceof JournalError ? asOurs(error) : error;
  }
}

/** A format that cannot be written as things are: for want of a mapping, or because figures disagree. */
function asOurs(error: JournalError): Error {
  const { code, message } = error;
  return code === "tax_treatment_missing"
    ? new UsageError(message, { cause: error })
    : new ReconciliationError(message, { cause: error });
}

/** The files that an earlier writing left in a directory, by its manifest. */
async function readFileNames(directory: string): Promise<readonly string[]> {
  try {
    const manifest = JSON.parse(await readFile(join(directory, manifestName), "utf8")) as { files: { name: string }[] };
    // A name with a path in it was not written by us.
    return manifest.files.map(({ name }) => name).filter((name) => !/[\\/]/.test(name));
  } catch {
    return [];
  }
}
