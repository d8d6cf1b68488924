import { expect, it } from "vitest";
import { LedgerError } from "../ledger-error.js";
import { postgresError } from "./postgres-error.js";

const place = "postgres://me@host/db";
const fromServer = (code: string) => Object.assign(new Error("as the server says"), { code, severity: "ERROR" });

it.each([
  ["53100", "disk_full"],
  ["25006", "ledger_read_only"],
  ["57P01", "connection_failed"],
  ["53300", "connection_failed"],
  ["08006", "connection_failed"],
  ["40P01", "ledger_locked"],
  ["40001", "ledger_locked"],
  ["57014", "ledger_locked"],
  ["XX001", "ledger_damaged"],
  ["22021", "ledger_failed"],
])("takes SQLSTATE %s for %s, and keeps what the server said", (state, code) => {
  const cause = fromServer(state);
  const error = postgresError(cause, place);
  expect(error).toMatchObject({ code, cause });
  expect(error.message).toContain(place);
  expect(error.message).toContain("as the server says");
});

it("gives every reason where a host has several addresses", () => {
  const cause = new AggregateError([
    new Error("connect ECONNREFUSED ::1:1"),
    new Error("connect ECONNREFUSED 127.0.0.1:1"),
  ]);
  expect(postgresError(cause, place).message).toContain(
    "(connect ECONNREFUSED ::1:1, connect ECONNREFUSED 127.0.0.1:1)",
  );
});

it("leaves an error of the ledger as it is", () => {
  const error = new LedgerError("run_finished", "over");
  expect(postgresError(error, place)).toBe(error);
});
