import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ProviderId, Statement } from "@spendbook/normalizer";
import type { ByteWriter } from "hyparquet-writer";
import type { ExportFormat, ExportInput } from "../export-format.js";
import { inBatches } from "../in-batches.js";
import type { ParquetRow } from "./parquet-column.js";
import { parquetColumns } from "./parquet-columns.js";

/** Rows are written in groups that a reader may skip or share out; one is kept in memory at a time. */
const groupSize = 8192;

/** The lines of a statement, a file for each provider: `parquet-<month>-<provider>.parquet`. */
export const parquetFormat: ExportFormat = (input) => {
  const providers = [...new Set(input.statement.wallets.map(({ provider }) => provider))];
  return providers.map((provider) => ({
    name: `parquet-${input.statement.month}-${provider}.parquet`,
    write: (output) => writeParquet(input, output, provider),
  }));
};

/**
 * Writes a provider's lines of a statement as Parquet: decimals as DECIMAL(38, 18), never as floating point, with the
 * exact text beside where a value does not fit; instants in UTC; Snappy. Reads the lines once, a row group at a time.
 * Ends the output and resolves once it took everything; an error of the lines or of the output destroys the output and
 * is thrown.
 */
export async function writeParquet(
  { statement, lines }: Pick<ExportInput, "statement" | "lines">,
  output: Writable,
  provider: ProviderId,
): Promise<void> {
  await pipeline(parquetBytes(statement, rowsOf(statement, lines(), provider)), output);
}

async function* rowsOf(
  { month, numbers }: Statement,
  lines: ReturnType<ExportInput["lines"]>,
  provider: ProviderId,
): AsyncGenerator<ParquetRow> {
  const own = new Map(numbers.filter((each) => each.provider === provider).map((each) => [each.account, each]));
  for await (const line of lines)
    if (line.provider === provider) yield { line, month, number: own.get(line.account) ?? null };
}

async function* parquetBytes(statement: Statement, rows: AsyncIterable<ParquetRow>): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "statement_lines", num_children: parquetColumns.length }, ...parquetColumns.map((c) => c.element)],
    kvMetadata: metadata(statement),
    createdBy: "spendbook",
  });
  for await (const batch of inBatches(rows, groupSize)) {
    parquet.write({
      columnData: parquetColumns.map(({ element: { name }, value }) => ({ name, data: batch.map(value) })),
      rowGroupSize: batch.length,
    });
    yield take(bytes);
  }
  parquet.finish();
  yield take(bytes);
}

/** What was written since the last time; the places in the file go on counting. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice();
  bytes.index = 0;
  return taken;
}

function metadata({ month, timezone, basis, status, asOf, notice }: Statement) {
  const values = { month, timezone, basis, status, as_of: asOf ?? "", notice };
  return Object.entries(values).map(([key, value]) => ({ key: `spendbook.${key}`, value }));
}
