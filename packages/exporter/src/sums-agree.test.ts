import { createStatement, money, type StatementLine } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { collect } from "./__fixtures__/collect.js";
import { readWorkbook } from "./__fixtures__/read-workbook.js";
import { line } from "./__fixtures__/statement.js";
import { writeEntriesCsv } from "./csv/write-entries-csv.js";
import { writeSummaryCsv } from "./csv/write-summary-csv.js";
import { writeStatementJson } from "./write-statement-json.js";
import { writeWorkbook } from "./xlsx/write-workbook.js";

/** Amounts as whole numbers of 10⁻²⁰ dollars: from whole dollars to the last digit, and what is usual between. */
const amount = fc.oneof(
  fc.bigInt({ min: -(10n ** 12n), max: 0n }).map((micros) => micros * 10n ** 14n),
  fc.bigInt({ min: -(10n ** 30n), max: 0n }),
  fc.bigInt({ min: -1000n, max: 0n }),
);

test("CSV, XLSX and JSON sum to the last digit as whole numbers do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 120 }), async (amounts) => {
      const total = amounts.reduce((sum, each) => sum + each, 0n);
      const { lines, statement } = monthOf(amounts);
      const csv = await collect((output) => writeEntriesCsv(lines, output));
      const machine = await collect((output) => writeEntriesCsv(lines, output, { dialect: "machine" }));
      const summary = await collect((output) => writeSummaryCsv(statement, output));
      const json = await collect((output) => writeStatementJson(statement, output));
      const workbook = await readWorkbook(await collect((output) => writeWorkbook({ statement, lines }, output)));

      expect(sumOf(column(csv, "amount"))).toBe(total);
      expect(sumOf(column(machine, "amount"))).toBe(total);
      expect(sumOf(column(summary, "usage"))).toBe(total);
      expect(unitsOf(JSON.parse(json.toString()).wallets[0].usage)).toBe(total);

      const [, ...rows] = workbook.rows("Transactions");
      expect(sumOf(rows.map((row) => String(row[14] ?? row[13])))).toBe(total);
      const usage = workbook.rows("Roll-forward").find((row) => row[5] === "Usage");
      expect(unitsOf(String(usage?.[8]))).toBe(total);
    }),
    { numRuns: 40 },
  );
}, 60_000);

function monthOf(amounts: readonly bigint[]) {
  const builder = createStatement({
    month: "2026-10",
    timezone: "UTC",
    basis: "posted",
    accounts: [
      {
        provider: "neevcloud",
        account: "acme",
        complete: true,
        failure: null,
        collectedAt: "2026-11-01T06:00:00Z",
        balances: [],
        moneyIn: true,
      },
    ],
  });
  const lines = amounts.flatMap((units, index): StatementLine[] => {
    const { date: _, ...entry } = { ...line(index, 0n), amount: money(decimalOf(units), "USD") };
    const added = builder.add(entry);
    return added === null ? [] : [added];
  });
  return { lines, statement: builder.finish() };
}

function column(csv: Buffer, name: string): string[] {
  return (parse(csv, { bom: true, columns: true }) as Record<string, string>[]).map((row) => row[name] ?? "");
}

function sumOf(texts: readonly string[]): bigint {
  return texts.reduce((total, text) => total + unitsOf(text), 0n);
}

function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(21, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -20)}.${digits.slice(-20)}`;
}

/** The whole number of 10⁻²⁰ in a plain decimal text, or in one that JavaScript prints with an exponent. */
function unitsOf(text: string): bigint {
  const [, sign, whole = "", places = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (whole === "") throw new Error(`${text} is no decimal`);
  const zeros = 20 + Number(exponent) - places.length;
  if (zeros < 0) throw new Error(`${text} has more than 20 places`);
  return BigInt(`${sign}${whole}${places}`) * 10n ** BigInt(zeros);
}
