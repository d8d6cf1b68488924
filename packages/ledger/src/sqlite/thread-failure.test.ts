import { expect, it } from "vitest";
import { LedgerError } from "../ledger-error.js";
import { errorOf, failureOf } from "./thread-failure.js";

const sqliteError = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL", rawCode: 13 });

it.each([
  ["the ledger's own", new LedgerError("run_taken_over", "run again")],
  ["the ledger's for one of SQLite's", new LedgerError("disk_full", "free some", { cause: sqliteError })],
  ["SQLite's", sqliteError],
  ["a mistake of the program's", new TypeError("it is not a function")],
])("tells on the other thread what was thrown: %s", (_, error) => {
  const told = errorOf(structuredClone(failureOf(error)));
  expect(told.message).toBe(error.message);
  expect(told).toBeInstanceOf(error instanceof LedgerError ? LedgerError : Error);
  expect(told).toMatchObject("code" in error ? { code: error.code } : {});
  if (error.cause === undefined) expect(told.cause).toBeUndefined();
  else expect(told.cause).toMatchObject({ message: sqliteError.message, code: "SQLITE_FULL", rawCode: 13 });
});
