import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ExportFormatName, type ExportInput, exportFormats } from "@spendbook/exporter";
import type { Statement } from "@spendbook/normalizer";
import { version } from "../version.js";
import { DirectoryWriter } from "./directory-writer.js";

/** Where a statement was written. */
export interface WrittenStatement {
  readonly directory: string;
  readonly files: readonly string[];
}

const manifestName = "manifest.json";
const incompleteName = "INCOMPLETE.txt";

/**
 * Writes a statement's files into `<out>/<month>/`, all or none, and a manifest of them. A partial statement gets an
 * INCOMPLETE.txt that says why. `lines` is asked for once by every format that lists them. Throws `OutputError`.
 */
export async function writeStatement(
  input: ExportInput,
  out: string,
  formats: readonly ExportFormatName[],
): Promise<WrittenStatement> {
  const { statement } = input;
  const { month } = statement;
  const directory = await DirectoryWriter.open(join(out, month));
  try {
    const earlier = await readFileNames(directory.directory);
    for (const format of formats)
      for await (const { name, write } of exportFormats[format](input)) await directory.file(name, write);
    const reasons = incompleteReasons(statement);
    if (reasons.length > 0)
      await directory.file(incompleteName, async (output) => {
        output.end(`This statement is INCOMPLETE.\n\n${reasons.map((reason) => `- ${reason}\n`).join("")}`);
      });
    const { timezone, basis, asOf } = statement;
    const manifest = { schemaVersion: 1, month, timezone, basis, asOf, spendbook: version(), files: directory.written };
    await directory.file(manifestName, async (output) => {
      output.end(`${JSON.stringify(manifest, null, 2)}\n`);
    });
    await directory.commit(earlier);
  } catch (error) {
    await directory.discard();
    throw error;
  }
  return { directory: directory.directory, files: directory.written.map(({ name }) => name) };
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
