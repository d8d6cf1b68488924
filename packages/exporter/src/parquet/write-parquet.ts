import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ProviderId, Statement } from "@spendbook/normalizer";
import type { ByteWriter } from "hyparquet-writer";
import { expandItems } from "../expand-items.js";
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
  input: Pick<ExportInput, "statement" | "lines">,
  output: Writable,
  provider: ProviderId,
): Promise<void> {
  await pipeline(parquetBytes(input.statement, rowsOf(input, provider)), output);
}

function rowsOf({ statement, lines }: Pick<ExportInput, "statement" | "lines">, provider: ProviderId) {
  const { month, numbers } = statement;
  const own = new Map(numbers.filter((each) => each.provider === provider).map((each) => [each.account, each]));
  return expandItems(lines(), (line): ParquetRow[] =>
    line.provider === provider ? [{ line, month, number: own.get(line.account) ?? null }] : [],
  );
}

async function* parquetBytes(statement: Statement, rows: ReturnType<typeof rowsOf>): AsyncGenerator<Uint8Array> {
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
