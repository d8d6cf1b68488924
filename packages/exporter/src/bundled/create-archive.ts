import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { ZipFile } from "yazl";
import { declareContentTypes } from "./declare-content-types.js";
import { orderFontElements } from "./order-font-elements.js";
import { PartStream } from "./part-stream.js";

/** The part of archiver's interface that exceljs' writer uses, on yazl: entries without a time of day, and a brake. */
export function createArchive() {
  const zip = new ZipFile();
  // The same content gives the same bytes: a zip states a time without its zone. The first of 1980 is too early for yazl
  // east of Greenwich, where it still is 1979 in UTC.
  const entryOptions = { mtime: new Date(1980, 0, 2), mode: 0o100644, compressionLevel: 6, forceDosTimestamp: true };
  const parts: string[] = [];
  let current: PartStream | null = null;

  /** What exceljs leaves out or in disorder is put right on the way. */
  function corrected(path: string, source: string): string {
    if (path === "xl/styles.xml") return orderFontElements(source);
    return path === "[Content_Types].xml" ? declareContentTypes(source, parts) : source;
  }

  return {
    pipe: (output: Writable) => zip.outputStream.pipe(output),
    on(event: "error", listener: (error: unknown) => void) {
      zip.on(event, listener);
    },
    append(source: string | Readable, { name }: { readonly name: string }) {
      const path = name.replace(/^\//, "");
      parts.push(path);
      if (typeof source === "string") zip.addBuffer(Buffer.from(corrected(path, source)), path, entryOptions);
      else zip.addReadStream(source, path, entryOptions);
      if (source instanceof PartStream) current = source;
    },
    finalize: () => zip.end(),
    /** Resolves once the entry being written takes more: exceljs itself never waits. Throws when the signal aborts. */
    async whenReady(signal: AbortSignal): Promise<void> {
      signal.throwIfAborted();
      if (current?.writableNeedDrain) await once(current, "drain", { signal });
    },
  };
}
