// @ts-check
import { Writable } from "node:stream";
import { defaultChartOfAccounts } from "@spendbook/normalizer";
import { exportFormats } from "../../dist/index.js";
import { emptyStatement } from "./empty-statement.mjs";
import { exampleLines } from "./example-lines.mjs";

// Writes a journal of that many lines, and prints the peak of the process's memory in megabytes.
const rows = Number(process.argv[2]);
const input = { statement: emptyStatement, lines: () => exampleLines(rows), chart: defaultChartOfAccounts };
for await (const { write } of exportFormats.hledger(input))
  await write(new Writable({ write: (_chunk, _encoding, done) => done() }));
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
