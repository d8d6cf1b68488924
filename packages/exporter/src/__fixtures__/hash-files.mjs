// @ts-check
import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { writeEntriesCsv, writeReport, writeStatementJson, writeSummaryCsv, writeWorkbook } from "../../dist/index.js";
import { emptyStatement } from "./empty-statement.mjs";
import { exampleLines } from "./example-lines.mjs";

// Prints the SHA-256 of each file of a small statement.
/** @type {import("@spendbook/normalizer").Statement} */
const statement = {
  ...emptyStatement,
  timezone: "Asia/Kolkata",
  asOf: "2026-11-01T00:00:00Z",
  byDay: [{ date: "2026-10-01", provider: "wavespeed", account: "studio", currency: "USD", spend: "1", lines: 1 }],
};

/** @type {[string, (output: import("node:stream").Writable) => Promise<void>][]} */
const files = [
  ["csv", (output) => writeEntriesCsv(exampleLines(1000), output)],
  ["summary", (output) => writeSummaryCsv(statement, output)],
  ["xlsx", (output) => writeWorkbook({ statement, lines: exampleLines(1000) }, output)],
  ["html", (output) => writeReport({ statement, lines: exampleLines(1000) }, output)],
  ["json", (output) => writeStatementJson(statement, output)],
];
for (const [name, write] of files) {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), write(output)]);
  process.stdout.write(`${name} ${createHash("sha256").update(bytes).digest("hex")}\n`);
}
