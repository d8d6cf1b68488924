import { randomFillSync } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { ParallelDeflateRaw } from "./parallel-deflate.js";

/** Writes a text in pieces of such lengths, over and over. */
async function deflated(text: Buffer, lengths: readonly number[]): Promise<Buffer> {
  return collect(async (output) => {
    const stream = new ParallelDeflateRaw({ level: 6 });
    stream.pipe(output);
    for (let start = 0, piece = 0; start < text.length; piece += 1) {
      const end = start + (lengths[piece % lengths.length] ?? 1);
      stream.write(text.subarray(start, end));
      start = end;
    }
    stream.end();
  });
}

test("the blocks are one stream, whatever the pieces, and always the same", { timeout: 60_000 }, async () => {
  const random = randomFillSync(Buffer.alloc(1_300_000));
  const rows = Buffer.from(Array.from({ length: 40_000 }, (_, row) => `<row r="${row}"><v>${row}</v></row>`).join(""));
  const text = fc.oneof(
    fc.nat(1_300_000).map((length) => random.subarray(0, length)),
    fc.nat(rows.length).map((length) => rows.subarray(0, length)),
    fc.constantFrom(524_287, 524_288, 524_289, 1_048_576, 0).map((length) => rows.subarray(0, length)),
  );
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(fc.integer({ min: 1000, max: 700_000 }), { minLength: 1 }),
      async (all, lengths) => {
        const compressed = await deflated(all, lengths);
        expect(inflateRawSync(compressed).equals(all)).toBe(true);
        expect((await deflated(all, [all.length + 1])).equals(compressed)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
