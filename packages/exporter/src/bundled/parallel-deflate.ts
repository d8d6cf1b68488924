import { availableParallelism } from "node:os";
import { Transform, type TransformCallback } from "node:stream";
import { constants, deflateRaw } from "node:zlib";

/** Bytes that are compressed at once; where they end decides over the output, so it must not depend on the machine. */
const blockSize = 512 * 1024;
/** How far back a compressed text refers. */
const windowSize = 32 * 1024;

/**
 * A raw deflate stream (RFC 1951) whose blocks are compressed on several cores, as pigz does: each block knows what stood
 * before it, and ends at a byte's boundary, so that one after the other they are one stream. It stands in for Node's own
 * class, which compresses on one core.
 */
export class ParallelDeflateRaw extends Transform {
  readonly #level: number;
  readonly #most = availableParallelism() + 1;
  #block = Buffer.allocUnsafe(blockSize);
  #length = 0;
  #before: Buffer | undefined;
  /** The blocks that are compressed, oldest first. */
  readonly #underWay: Promise<Buffer>[] = [];

  constructor({ level }: { readonly level: number }) {
    super();
    this.#level = level;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#take(chunk).then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    this.#start(constants.Z_FINISH);
    this.#giveAllBut(0).then(() => done(), done);
  }

  async #take(chunk: Buffer): Promise<void> {
    for (let start = 0; start < chunk.length; ) {
      const taken = chunk.copy(this.#block, this.#length, start);
      start += taken;
      this.#length += taken;
      if (this.#length < blockSize) continue;
      this.#start(constants.Z_SYNC_FLUSH);
      await this.#giveAllBut(this.#most);
    }
  }

  #start(finishFlush: number): void {
    const block = this.#block.subarray(0, this.#length);
    const compressed = compress(block, { level: this.#level, finishFlush, dictionary: this.#before });
    // Its failure is told where its turn comes.
    compressed.catch(() => {});
    this.#underWay.push(compressed);
    this.#before = block.subarray(-windowSize);
    this.#block = Buffer.allocUnsafe(blockSize);
    this.#length = 0;
  }

  async #giveAllBut(rest: number): Promise<void> {
    while (this.#underWay.length > rest) this.push(await this.#underWay.shift());
  }
}

interface BlockOptions {
  readonly level: number;
  readonly finishFlush: number;
  readonly dictionary: Buffer | undefined;
}

function compress(block: Buffer, { level, finishFlush, dictionary }: BlockOptions): Promise<Buffer> {
  // The output fits into one piece, so that each block crosses over to another thread once.
  const options = { level, finishFlush, chunkSize: blockSize / 4, ...(dictionary !== undefined && { dictionary }) };
  return new Promise((resolve, reject) =>
    deflateRaw(block, options, (error, compressed) => (error === null ? resolve(compressed) : reject(error))),
  );
}
