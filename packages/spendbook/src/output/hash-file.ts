import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface FileHash {
  readonly bytes: number;
  readonly sha256: string;
}

/** The hash of what `write` writes; it ends the stream that it is given. */
export async function hashWriting(write: (output: Writable) => Promise<void>): Promise<FileHash> {
  const { output, hash } = createHasher();
  const ended = new Promise<void>((resolve, reject) => output.once("finish", resolve).once("error", reject));
  await Promise.all([ended, write(output)]);
  return hash();
}

/** The hash of a file. */
export async function hashFile(path: string): Promise<FileHash> {
  const { output, hash } = createHasher();
  await pipeline(createReadStream(path), output);
  return hash();
}

function createHasher() {
  const sha256 = createHash("sha256");
  let bytes = 0;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sha256.update(chunk);
      bytes += chunk.length;
      done();
    },
  });
  return { output, hash: (): FileHash => ({ bytes, sha256: sha256.digest("hex") }) };
}
