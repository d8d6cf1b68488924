import { PassThrough } from "node:stream";

/** What exceljs gives to a stream: texts, bytes, and its own buffer, which it writes into again. */
type Written = string | Uint8Array | { toBuffer(): Buffer };

/** A part of the package while it is written, in place of exceljs' stream, which never says that it is full. */
export class PartStream extends PassThrough {
  constructor() {
    super({ highWaterMark: 256 * 1024 });
  }

  override write(chunk: Written): boolean {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) return super.write(chunk);
    return super.write(Buffer.from(chunk.toBuffer()));
  }
}
