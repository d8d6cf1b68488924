import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { OutputError } from "../spendbook-error.js";
import { clearKilled, stagingPrefix } from "./clear-killed.js";
import { moveIn } from "./move-in.js";

/** A file as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes files beside their places and moves them in together once all are whole, so that a failure or a kill
 * leaves what stood there before, and runs that write there at once leave the files of one of them.
 */
export class DirectoryWriter {
  private constructor(
    readonly directory: string,
    private readonly staging: string,
  ) {}

  /** Makes the directory, and clears away what a killed run left. Throws `OutputError`. */
  static async open(directory: string): Promise<DirectoryWriter> {
    return explain(directory, async () => {
      await mkdir(directory, { recursive: true });
      await clearKilled(directory);
      return new DirectoryWriter(directory, await mkdtemp(join(directory, `${stagingPrefix}${process.pid}-`)));
    });
  }

  /** Writes one file through `write`, which ends the stream it is given, and to the disk. Throws `OutputError`. */
  async file(name: string, write: (output: Writable) => Promise<void>): Promise<WrittenFile> {
    return explain(join(this.directory, name), async () => {
      const path = join(this.staging, name);
      const hash = createHash("sha256");
      let bytes = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      const closed = pipeline(meter, createWriteStream(path));
      // Whichever fails first fails the other.
      await Promise.all([closed, write(meter)]).catch((error: Error) => {
        meter.destroy(error);
        throw error;
      });
      await syncFile(path);
      return { name, bytes, sha256: hash.digest("hex") };
    });
  }

  /**
   * Moves the files to their places, and removes those that this writing did not make of what `readStale` then gives.
   * Throws `OutputError`.
   */
  async commit(readStale: () => Promise<readonly string[]> = async () => []): Promise<void> {
    await explain(this.directory, () => moveIn(this.staging, this.directory, readStale));
  }

  /** Leaves everything as it stood. */
  async discard(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: "it may not be written; choose another folder with --out",
  EROFS: "the file system is read-only; choose another folder with --out",
  ENOSPC: "the disk is full; free some space and run again",
  ENOTDIR: "a part of the path is a file; choose another folder with --out",
  ENOENT:
    "it went away while it was being written; see that nothing else clears the folder, and where runs on several machines write there give each its own with --out",
  EEXIST: "a file stands where a folder is needed; choose another folder with --out",
};

async function explain<T>(place: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !(code in remedies)) throw cause;
    throw new OutputError(`${place}: ${remedies[code]}`, { cause });
  }
}
