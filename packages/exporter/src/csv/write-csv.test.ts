import type { StatementLine } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { hostileTexts, line, statement } from "../__fixtures__/statement.js";
import { unguardText } from "../formula-guard.js";
import type { CsvOptions } from "./csv-dialect.js";
import { writeEntriesCsv } from "./write-entries-csv.js";
import { writeSummaryCsv } from "./write-summary-csv.js";

const entries = async (lines: Iterable<StatementLine>, options?: CsvOptions) =>
  (await collect((output) => writeEntriesCsv(lines, output, options))).toString();

test("the columns are those that are promised, and a line is written as it is", async () => {
  expect(await entries([line(1, -40_000n)], { dialect: "machine" })).toBe(
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,currency,list_amount,estimated,record_id,record_sha256\n" +
      `2026-10-31,2026-10-31T23:59:59.999Z,2026-10-31T22:00:00Z,2026-10-31T23:00:00Z,neevcloud,acme,org_1,usage,,0012,plain,,,-0.04,USD,,false,neevcloud/acme/1,${"ab".repeat(32)}\n`,
  );
});

test("a month without lines has its header", async () => {
  expect(await entries([], { dialect: "machine" })).toMatch(/^date,[a-z_0-9,]+,record_sha256\n$/);
});

describe.each(["spreadsheet", "machine"] as const)("the %s dialect", (dialect) => {
  test("gives hostile text back whole, to two parsers, without a live formula for people", async () => {
    const csv = await entries(
      hostileTexts.map((each, index) => line(index, -1n, each)),
      { dialect },
    );
    const readers = [
      parse(csv, { bom: true, relax_quotes: false, columns: true }) as Record<string, string>[],
      Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data,
    ];
    for (const rows of readers) {
      const descriptions = rows.map(({ description = "" }) => description);
      const back = dialect === "spreadsheet" ? descriptions.map(unguardText) : descriptions;
      // Half a surrogate pair has no form in UTF-8.
      expect(back).toEqual(hostileTexts.map((each) => each.replace("\ud800", "\ufffd")));
      if (dialect === "spreadsheet") for (const each of descriptions) expect(each).not.toMatch(/^[\s\u200b]*[=+\-@＝]/);
    }
  });
});

test("people get a byte order mark and CRLF, programs neither", async () => {
  const spreadsheet = await entries([line(0, 1n)]);
  expect(spreadsheet.startsWith("\ufeffdate,")).toBe(true);
  expect(spreadsheet.split("\r\n")).toHaveLength(3);
  expect(await entries([line(0, 1n)], { dialect: "machine" })).not.toMatch(/\ufeff|\r/);
});

test("numbers are never guarded, however negative", async () => {
  expect(await entries([line(0, -15_500_000n)])).toContain(",-15.5,USD,");
});

test("the summary has a line for each wallet, notes and all", async () => {
  const csv = await collect((output) => writeSummaryCsv(statement, output));
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

describe("a profile for spreadsheets of another country", () => {
  test.each([";", "\t"] as const)(
    "divides by %j and writes decimal commas, and texts come back whole",
    async (delimiter) => {
      const texts = [...hostileTexts, "a;b", "1,5", "a\tb"];
      const csv = await entries(
        texts.map((each, index) => line(index, -1_234_500n, each)),
        { delimiter, decimal: "," },
      );
      const rows = parse(csv, { bom: true, columns: true, delimiter }) as Record<string, string>[];
      expect(rows.map(({ amount }) => amount)).toEqual(texts.map(() => "-1,2345"));
      expect(rows.map(({ description = "" }) => unguardText(description))).toEqual(
        texts.map((each) => each.replace("\ud800", "\ufffd")),
      );
    },
  );

  test("does not put decimal commas between commas", async () => {
    await expect(entries([line(1, -1n)], { decimal: "," })).rejects.toThrow(
      "decimal commas need another delimiter, such as a semicolon",
    );
  });
});
