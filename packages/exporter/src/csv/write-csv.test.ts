import { PassThrough } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { decimalOf, hostileTexts, line, microsOf, statement } from "../__fixtures__/statement.js";
import { unguardText } from "../formula-guard.js";
import type { CsvDialect } from "./write-csv.js";
import { writeEntriesCsv } from "./write-entries-csv.js";
import { writeSummaryCsv } from "./write-summary-csv.js";

async function written(write: (output: PassThrough) => Promise<void>): Promise<string> {
  const output = new PassThrough();
  // Not `text`, which takes a byte order mark off.
  const [bytes] = await Promise.all([buffer(output), write(output)]);
  return bytes.toString();
}
const entries = (lines: Parameters<typeof writeEntriesCsv>[0], dialect?: CsvDialect) =>
  written((output) => writeEntriesCsv(lines, output, dialect && { dialect }));

test("the columns are those that are promised, and a line is written as it is", async () => {
  expect(await entries([line(1, -40_000n)], "machine")).toBe(
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,currency,list_amount,estimated,record_id,record_sha256\n" +
      `2026-10-31,2026-10-31T23:59:59.999Z,2026-10-31T22:00:00Z,2026-10-31T23:00:00Z,neevcloud,acme,org_1,usage,,0012,plain,,,-0.04,USD,,false,neevcloud/acme/1,${"ab".repeat(32)}\n`,
  );
});

describe.each(["spreadsheet", "machine"] as const)("the %s dialect", (dialect) => {
  test("gives hostile text back whole, to two parsers, without a live formula for people", async () => {
    const lines = hostileTexts.map((each, index) => line(index, -1n, each));
    const csv = await entries(lines, dialect);
    const readers = [
      (parse(csv, { bom: true, relax_quotes: false, columns: true }) as Record<string, string>[]).map(
        (row) => row.description,
      ),
      Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data.map(
        (row) => row.description,
      ),
    ];
    for (const descriptions of readers) {
      const back = dialect === "spreadsheet" ? descriptions.map((each) => unguardText(each ?? "")) : descriptions;
      // Half a surrogate pair has no form in UTF-8.
      expect(back).toEqual(hostileTexts.map((each) => each.replace("\ud800", "\ufffd")));
      if (dialect === "spreadsheet") for (const each of descriptions) expect(each).not.toMatch(/^\s*[=+\-@＝\t\r]/);
    }
  });

  test("sums to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 250 }),
        async (amounts) => {
          const csv = await entries(
            amounts.map((micros, index) => line(index, micros)),
            dialect,
          );
          const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
          const sum = rows.reduce((total, row) => total + microsOf(row.amount ?? ""), 0n);
          expect(sum).toBe(amounts.reduce((total, micros) => total + micros, 0n));
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("people get a byte order mark and CRLF, programs neither", async () => {
  const spreadsheet = await entries([line(0, 1n)]);
  expect(spreadsheet.startsWith("\ufeffdate,")).toBe(true);
  expect(spreadsheet.split("\r\n")).toHaveLength(3);
  expect(await entries([line(0, 1n)], "machine")).not.toMatch(/\ufeff|\r/);
});

test("numbers are never guarded, however negative", async () => {
  expect(await entries([line(0, -15_500_000n)])).toContain(",-15.5,USD,");
});

test("the summary has a line for each wallet, notes and all", async () => {
  const csv = await written((output) => writeSummaryCsv(statement, output));
  expect(parse(csv, { bom: true, columns: true })).toEqual([
    {
      provider: "neevcloud",
      account: "acme",
      wallet: "'=org, 1",
      currency: "USD",
      completeness: "full-ledger",
      verdict: "proved",
      opening: "100",
      top_ups: "50.5",
      grants: "0",
      refunds: "",
      usage: "-12.000001",
      expired: "",
      fees: "",
      adjustments: "0",
      unclassified: "0",
      unexplained: "0",
      closing: "138.499999",
      spend: "12.000001",
      lines: "3",
      notes: "The first note.\n+The second note.",
    },
  ]);
});

test("a slow reader is waited for: the writer is never far ahead of it", async () => {
  const output = new PassThrough({ highWaterMark: 1024 });
  let made = 0;
  function* lines() {
    for (; made < 5000; made += 1) yield line(made, BigInt(made));
  }
  const writing = writeEntriesCsv(lines(), output);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made).toBeLessThanOrEqual(200);
  const [csv] = await Promise.all([text(output), writing]);
  expect(csv.split("\r\n")).toHaveLength(5002);
  expect(csv).toContain(`,${decimalOf(4999n).replace(/0+$/, "")},USD,`);
});
