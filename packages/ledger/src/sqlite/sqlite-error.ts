import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { LedgerError } from "../ledger-error.js";

// Primary result codes: https://sqlite.org/rescode.html
const busy = 5;
const tableLocked = 6;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notDatabase = 26;

/** SQLite's primary result code of an error, or null where SQLite did not throw it. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("rawCode" in error) || typeof error.rawCode !== "number") return null;
  return error.rawCode & 0xff;
}

/** Whether waiting may help: another connection has the database, or a part of it, to itself just now. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === busy || code === tableLocked;
}

/** What SQLite threw, in the ledger's terms; anything else is given back as it is. */
export function sqliteError(error: unknown, path: string): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  const options = { cause: error };
  switch (code) {
    case busy:
    case tableLocked:
      return new LedgerError(
        "ledger_locked",
        `${path} is locked by another program: close what has it open, then run again`,
        options,
      );
    case readOnly:
      return new LedgerError(
        "ledger_read_only",
        `${path} cannot be written: allow writing to the file and its folder, or copy it to where that is allowed`,
        options,
      );
    case full:
      return new LedgerError(
        "disk_full",
        `no space is left for ${path}: free some and run again; everything stored before is kept`,
        options,
      );
    case corrupt:
      return new LedgerError(
        "ledger_damaged",
        `${path} is damaged: restore it from a copy, or move it away and collect again`,
        options,
      );
    case notDatabase:
      return new LedgerError("not_a_ledger", `${path} is not a ledger: give another location`, options);
    case cannotOpen:
      return openingError(path, options);
    case inputOutput:
      return new LedgerError("ledger_failed", `reading or writing ${path} failed: check its disk and quota`, options);
    default:
      return new LedgerError("ledger_failed", `${path}: SQLite refused (${String(error)})`, options);
  }
}

/** SQLite says only that it could not open the file; the file system knows why. */
function openingError(path: string, options: ErrorOptions): LedgerError {
  const folder = dirname(path);
  const failed = (why: string) => new LedgerError("cannot_open", `${path} cannot be opened: ${why}`, options);
  const parent = statSync(folder, { throwIfNoEntry: false });
  if (parent === undefined) return failed(`the folder ${folder} does not exist; create it`);
  if (!parent.isDirectory()) return failed(`${folder} is not a folder`);
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isDirectory()) return failed("it is a folder; name a file in it");
  try {
    accessSync(file === undefined ? folder : path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    return new LedgerError(
      "ledger_read_only",
      `${path} cannot be ${file === undefined ? "created" : "opened"}: allow reading and writing in ${folder}`,
      { cause },
    );
  }
  return failed(`${folder} does not take a database; give another location`);
}
