import { PassThrough, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";

/** All bytes that a writer writes. */
export async function collect(write: (output: Writable) => Promise<void>): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), write(output)]);
  return bytes;
}
