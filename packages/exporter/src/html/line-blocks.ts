import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { StatementLine } from "@spendbook/normalizer";
import { inBatches } from "../in-batches.js";
import { lineBlockType } from "./line-block-type.js";
import { type LineValues, lineFieldNames } from "./line-fields.js";
import { lineValues } from "./line-values.js";

/** Lines to a block: enough to compress well, few enough for a browser to stay awake between two of them. */
const blockSize = 2000;

/** What is known of the lines once all were read. */
export interface LineCount {
  /** Lines of the month, and of these the ones that the file holds. */
  total: number;
  held: number;
  /** The first lines, to be shown before anything is searched or sorted. */
  readonly first: LineValues[];
}

/**
 * The lines as blocks of data, each field a column, compressed and spelt in base64, in which no text can end the block.
 * Lines beyond `limit` are counted and not held.
 */
export async function* lineBlocks(
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  { count, limit, first }: { readonly count: LineCount; readonly limit: number; readonly first: number },
): AsyncGenerator<string> {
  for await (const batch of inBatches(lines, blockSize)) {
    count.total += batch.length;
    const held = batch.slice(0, limit - count.held).map(lineValues);
    if (held.length === 0) continue;
    count.held += held.length;
    count.first.push(...held.slice(0, Math.max(0, first - count.first.length)));
    const columns = lineFieldNames.map((field) => held.map((line) => line[field]));
    const bytes = await promisify(gzip)(JSON.stringify(columns));
    // The tenth byte names the operating system, which would change the file from one machine to the next.
    bytes[9] = 255;
    yield `<script type="${lineBlockType}">${bytes.toString("base64")}</script>\n`;
  }
}
