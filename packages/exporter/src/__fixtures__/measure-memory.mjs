// @ts-check
import { Writable } from "node:stream";
import { writeEntriesCsv, writeReport, writeWorkbook } from "../../dist/index.js";
import { emptyStatement } from "./empty-statement.mjs";
import { exampleLines } from "./example-lines.mjs";

// Writes that many lines into a slow output, and prints the peak of the process's memory in megabytes.
const [format, rows] = process.argv.slice(2);

const output = new Writable({ write: (_chunk, _encoding, done) => void setTimeout(done, 1) });
if (format === "CSV") await writeEntriesCsv(exampleLines(Number(rows)), output);
else {
  const input = { statement: emptyStatement, lines: exampleLines(Number(rows)) };
  await (format === "HTML" ? writeReport(input, output) : writeWorkbook(input, output));
}
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
