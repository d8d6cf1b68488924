import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ExportFile, exportFormats, JournalError } from "@spendbook/exporter";
import type { Statement } from "@spendbook/normalizer";
import type { BuiltStatement } from "../build/build-statement.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { ReconciliationError, UsageError } from "../spendbook-error.js";
import { DirectoryWriter } from "./directory-writer.js";
import type { FilePolicy } from "./formats.js";
import { manifestOf, manifestText } from "./manifest.js";

/** Where a statement was written. */
export interface WrittenStatement {
  readonly directory: string;
  readonly files: readonly string[];
}

export const manifestName = "manifest.json";
const incompleteName = "INCOMPLETE.txt";

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
    const earlier = await readFileNames(directory);
    for await (const { name, write } of statementFiles(built, policy)) await writer.file(name, write);
    const manifest = manifestOf(plan, built, policy, [...writer.written]);
    await writer.file(manifestName, async (output) => {
      output.end(manifestText(manifest));
    });
    await writer.commit(earlier);
  } catch (error) {
    await writer.discard();
    throw error instanceof JournalError ? asOurs(error) : error;
  }
  return { directory, files: writer.written.map(({ name }) => name) };
}

/** A format that cannot be written as things are: for want of a mapping, or because figures disagree. */
function asOurs(error: JournalError): Error {
  const { code, message } = error;
  return code === "tax_treatment_missing"
    ? new UsageError(message, { cause: error })
    : new ReconciliationError(message, { cause: error });
}

/** Every file of a statement but its manifest, each to be written before the next is asked for. */
export async function* statementFiles(
  { statement, lines, chart }: BuiltStatement,
  { formats, csv }: FilePolicy,
): AsyncIterable<ExportFile> {
  for (const format of formats) yield* exportFormats[format]({ statement, lines, chart, ...(csv !== null && { csv }) });
  const reasons = incompleteReasons(statement);
  if (reasons.length > 0)
    yield {
      name: incompleteName,
      write: async (output) => {
        output.end(`This statement is INCOMPLETE.\n\n${reasons.map((reason) => `- ${reason}\n`).join("")}`);
      },
    };
}

/** Why a statement does not hold everything; empty where it does. */
export function incompleteReasons({ wallets, warnings }: Statement): readonly string[] {
  const partial = wallets.filter(({ completeness }) => completeness === "partial");
  return [
    ...partial.map(({ provider, account, wallet }) => `${provider}/${account}: the wallet ${wallet} is partial.`),
    ...warnings
      .filter(({ code }) => code === "account_incomplete" || code === "account_unknown" || code === "record_refused")
      .map(({ message }) => message),
  ];
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
